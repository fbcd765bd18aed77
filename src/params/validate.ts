import type { Check } from "../operations/load";
import type { Operation } from "../operations/operation";
import type { ListShape, MapShape, NumberShape, Shape, StringShape, StructureShape } from "../operations/shape";
import { characters } from "../python/len";
import { isNumeric, type Numeric } from "../python/numeric";
import { parseTimestamp } from "../python/timestamp";
import type { Params, Problem, Value } from "../types";

/**
 * Checks an operation's input. If ajv, as the build compiled it, refuses the input, a walk finds the problems, in the
 * order in which botocore reports them: for each structure the missing members, the unknown ones, then those of each
 * member. Only the walk knows times, and numbers with more digits than JavaScript's.
 */
export function validate({ input }: Operation, check: Check, params: Params): Problem[] {
  return check(params) ? [] : problemsOf({ shape: input, value: params, path: "" });
}

/** A value, its shape and where it stands. */
interface Place<Of extends Shape = Shape> {
  readonly shape: Of;
  readonly value: unknown;
  readonly path: string;
}

/** All problems of a value, in botocore's order. */
export function problemsOf({ shape, value, path }: Place): Problem[] {
  switch (shape.kind) {
    case "structure":
      return isMembers(value) ? structureProblems({ shape, value, path }) : [typeProblem({ shape, value, path })];
    case "map":
      return isMembers(value) ? mapProblems({ shape, value, path }) : [typeProblem({ shape, value, path })];
    case "list":
      return Array.isArray(value) ? listProblems({ shape, value, path }) : [typeProblem({ shape, value, path })];
    case "string":
      return typeof value === "string" ? textProblems({ shape, value, path }) : [typeProblem({ shape, value, path })];
    case "integer":
    case "long":
    case "float":
    case "double":
      return isOfKind(value, shape.kind) ? rangeProblems(shape, value, path) : [typeProblem({ shape, value, path })];
    case "boolean":
      return typeof value === "boolean" ? [] : [typeProblem({ shape, value, path })];
    case "timestamp":
      return isTime(value) ? [] : [typeProblem({ shape, value, path })];
    case "document":
      return value instanceof Uint8Array ? [typeProblem({ shape, value, path })] : [];
  }
}

function structureProblems({ shape, value, path }: Place<StructureShape> & { readonly value: Params }): Problem[] {
  const known = Object.keys(shape.members);
  const names = Object.keys(value);
  const missing = shape.required.filter((member) => !Object.hasOwn(value, member));
  const inner = (name: string): Problem[] => {
    const of = known.includes(name) ? shape.members[name] : undefined;
    return of ? problemsOf({ shape: of, value: value[name], path: path === "" ? name : `${path}.${name}` }) : [];
  };
  return [
    ...missing.map((member): Problem => ({ kind: "missing", path, member })),
    ...names
      .filter((member) => !known.includes(member))
      .map((member): Problem => ({ kind: "unknown", path, member, known })),
    ...names.flatMap(inner),
  ];
}

function mapProblems({ shape, value, path }: Place<MapShape> & { readonly value: Params }): Problem[] {
  return Object.entries(value).flatMap(([name, member]) => [
    ...problemsOf({ shape: shape.key, value: name, path: `${path} (key: ${name})` }),
    ...problemsOf({ shape: shape.value, value: member, path: `${path}.${name}` }),
  ]);
}

function listProblems({ shape, value, path }: Place<ListShape> & { readonly value: readonly unknown[] }): Problem[] {
  const items = value.flatMap((item, at) => problemsOf({ shape: shape.of, value: item, path: `${path}[${at}]` }));
  return [...lengthProblems(shape, value.length, path), ...items];
}

/** The problems of a text. One that is too short or too long is reported only once. */
function textProblems({ shape, value, path }: Place<StringShape> & { readonly value: string }): Problem[] {
  const length = lengthProblems(shape, characters(value), path);
  if (length.length > 0) return length;
  const { values, pattern } = shape;
  if (values && !values.includes(value)) return [{ kind: "value", path, value, allowed: values }];
  if (pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(value)) return [];
  return [{ kind: "pattern", path, value, pattern }];
}

function lengthProblems({ min, max }: StringShape | ListShape, length: number, path: string): Problem[] {
  if (min !== undefined && length < min) return [{ kind: "length", path, length, bound: "min", limit: min }];
  return max !== undefined && length > max ? [{ kind: "length", path, length, bound: "max", limit: max }] : [];
}

function rangeProblems({ min, max }: NumberShape, value: number | Numeric, path: string): Problem[] {
  if (min !== undefined && Number(value) < min) return [{ kind: "range", path, value, bound: "min", limit: min }];
  return max !== undefined && Number(value) > max ? [{ kind: "range", path, value, bound: "max", limit: max }] : [];
}

function typeProblem({ shape, value, path }: Place): Problem {
  return { kind: "type", path, value: value as Value, expected: shape.kind };
}

function isOfKind(value: unknown, kind: NumberShape["kind"]): value is number | Numeric {
  if (kind === "float" || kind === "double") return typeof value === "number" || isNumeric(value);
  return isNumeric(value) ? /^-?\d+$/.test(value.string) : Number.isInteger(value);
}

function isTime(value: unknown): boolean {
  return parseTimestamp(isNumeric(value) ? Number(value) : value) !== undefined;
}

function isMembers(value: unknown): value is Params {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Uint8Array) &&
    !isNumeric(value)
  );
}
