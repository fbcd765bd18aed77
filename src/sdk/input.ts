import type { Shape } from "../operations/shape";
import { Failure } from "../failure/failure";
import type { Params, Problem, Value } from "../types";

/** A value of the input, its shape, and its place, such as `Filters[0].Name`. */
export interface Place {
  readonly shape: Shape;
  readonly value: Value;
  readonly path: string;
}

/**
 * Makes what a wire carries from a value that holds no others, and from whatever stands in place of a structure, list
 * or map.
 */
export type Leaf = (place: Place) => unknown;

/**
 * Makes what a wire carries from an input, value by value. Throws a Failure for members that the model does not know,
 * because the SDK would silently leave them out.
 */
export function inputOf(place: Place, leaf: Leaf): unknown {
  const { shape, value, path } = place;
  if (shape.kind === "list" && Array.isArray(value)) {
    const items = value as readonly Value[];
    return items.map((item, at) => inputOf({ shape: shape.of, value: item, path: `${path}[${at}]` }, leaf));
  }
  if ((shape.kind !== "structure" && shape.kind !== "map") || !isObject(value)) return leaf(place);
  const inner = (name: string): Shape | undefined =>
    shape.kind === "map" ? shape.value : Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
  const written = Object.entries(value).map(([name, member]) => {
    const of = inner(name) ?? refuseUnknown(place, name);
    return [name, inputOf({ shape: of, value: member, path: path === "" ? name : `${path}.${name}` }, leaf)];
  });
  return Object.fromEntries(written) as object;
}

/** The Failure for a value that a wire cannot carry. */
export function wrongType({ path, value }: Place, expected: Shape["kind"]): Failure {
  return invalid({ kind: "type", path, value, expected });
}

function refuseUnknown({ shape, path }: Place, member: string): never {
  const known = shape.kind === "structure" ? Object.keys(shape.members) : [];
  throw invalid({ kind: "unknown", path, member, known });
}

function invalid(problem: Problem): Failure {
  return new Failure({ kind: "parameters-invalid", problems: [problem] });
}

function isObject(value: Value): value is Params {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
