import type { ErrorObject } from "ajv";
import type { Check } from "../operations/load";
import type { Operation } from "../operations/operation";
import type { Shape, StructureShape } from "../operations/shape";
import { characters } from "../python/len";
import type { Params, Problem, Value } from "../types";

/**
 * Checks an operation's input with ajv as the build compiled it. Gives the problems in the order in which botocore reports
 * them: of each structure the missing members, the unknown ones, then for each member the first that it has.
 */
export function validate({ input, name }: Operation, check: Check, params: Params): Problem[] {
  if (check(params)) return [];
  const problems = problemsOf({ shape: input, value: params, path: "", pointer: "" }, check.errors ?? []);
  if (problems.length === 0) throw new Error(`the input of ${name} is refused, and not said why`);
  return problems;
}

/** A value, its shape, where it stands for people, and where for ajv (a JSON pointer). */
interface Place {
  readonly shape: Shape;
  readonly value: Value;
  readonly path: string;
  readonly pointer: string;
}

function problemsOf(place: Place, errors: readonly ErrorObject[]): Problem[] {
  const own = errors.filter(({ instancePath }) => instancePath === place.pointer);
  if (own.some(({ keyword }) => keyword === "type")) return [typeProblem(place)];
  const limit = own.map((error) => problemOf(error, place)).find((problem) => problem !== undefined);
  const inner = (shape: Shape, value: Value, path: string, name: string | number): Problem[] =>
    problemsOf({ shape, value, path, pointer: `${place.pointer}/${escaped(name)}` }, errors);
  return [...memberProblems(place, own), ...(limit ? [limit] : []), ...within(place, inner)];
}

function within(
  { shape, value, path }: Place,
  inner: (shape: Shape, value: Value, path: string, name: string | number) => Problem[],
): Problem[] {
  if (shape.kind === "list")
    return (value as Value[]).flatMap((item, at) => inner(shape.of, item, `${path}[${at}]`, at));
  if (shape.kind !== "structure" && shape.kind !== "map") return [];
  return Object.entries(value as Params).flatMap(([name, member]) => {
    const of = shape.kind === "map" ? shape.value : shape.members[name];
    return of && Object.hasOwn(shape.kind === "map" ? { [name]: of } : shape.members, name)
      ? inner(of, member, path === "" ? name : `${path}.${name}`, name)
      : [];
  });
}

function memberProblems({ shape, path }: Place, own: readonly ErrorObject[]): Problem[] {
  const named = (keyword: string, param: string): string[] =>
    own.filter((error) => error.keyword === keyword).map((error) => String(error.params[param]));
  const known = Object.keys((shape as Partial<StructureShape>).members ?? {});
  return [
    ...named("required", "missingProperty").map((member): Problem => ({ kind: "missing", path, member })),
    ...named("additionalProperties", "additionalProperty").map((member): Problem => ({
      kind: "unknown",
      path,
      member,
      known,
    })),
  ];
}

function typeProblem({ shape, value, path }: Place): Problem {
  return { kind: "type", path, value, expected: shape.kind };
}

function problemOf({ keyword, params }: ErrorObject, { shape, value, path }: Place): Problem | undefined {
  const limit = Number(params["limit"]);
  const text = typeof value === "string" ? value : "";
  switch (keyword) {
    case "minLength":
    case "maxLength":
      return { kind: "length", path, length: characters(text), bound: bounds[keyword], limit };
    case "minItems":
    case "maxItems":
      return { kind: "length", path, length: (value as Value[]).length, bound: bounds[keyword], limit };
    case "minimum":
    case "maximum":
      return { kind: "range", path, value: Number(value), bound: bounds[keyword], limit };
    case "enum":
      return { kind: "value", path, value: text, allowed: shape.kind === "string" ? (shape.values ?? []) : [] };
    case "pattern":
      return { kind: "pattern", path, value: text, pattern: shape.kind === "string" ? (shape.pattern ?? "") : "" };
    default:
      return undefined;
  }
}

const bounds = {
  minLength: "min",
  maxLength: "max",
  minItems: "min",
  maxItems: "max",
  minimum: "min",
  maximum: "max",
} as const;

/** A name in a JSON pointer. */
function escaped(name: string | number): string {
  return String(name).replaceAll("~", "~0").replaceAll("/", "~1");
}
