import { Failure } from "../failure/failure";
import type { NumberShape, Shape } from "../operations/shape";
import type { Numeric } from "../python/numeric";
import { integerOf, numberOf } from "./scalar";
import type { Value } from "../types";
import type { ShorthandMembers, ShorthandValue } from "./shorthand";

/**
 * Turns a value in shorthand syntax into a value of a shape, as `BackCompatVisitor` of aws-cli does: a single value for
 * a list becomes its one item, and texts become numbers and booleans. A value that does not fit stays for the checks to
 * find. Throws a Failure that names the option for a number or a boolean that cannot be read.
 */
export function fitShape(option: string, shape: Shape, value: ShorthandValue): Value {
  switch (shape.kind) {
    case "structure":
      return isMembers(value) ? fitMembers(option, shape.members, value) : value;
    case "map":
      return isMembers(value) ? mapMembers(value, (item) => fitShape(option, shape.value, item)) : value;
    case "list":
      return isList(value) ? value.map((item) => fitShape(option, shape.of, item)) : [value];
    case "integer":
    case "long":
    case "float":
    case "double":
      return numberFrom(option, shape.kind, value);
    case "boolean":
      return booleanFrom(option, value);
    case "string":
    case "timestamp":
    case "document":
      return value;
    default:
      return shape satisfies never;
  }
}

function fitMembers(option: string, shapes: Readonly<Record<string, Shape>>, members: ShorthandMembers): Value {
  const fitted: Record<string, Value> = { ...members };
  for (const [member, shape] of Object.entries(shapes)) {
    const value = Object.hasOwn(members, member) ? members[member] : undefined;
    if (value !== undefined) fitted[member] = fitShape(option, shape, value);
  }
  return fitted;
}

function mapMembers(members: ShorthandMembers, change: (value: ShorthandValue) => Value): Value {
  return Object.fromEntries(Object.entries(members).map(([member, value]) => [member, change(value)]));
}

function numberFrom(option: string, kind: NumberShape["kind"], value: ShorthandValue): number | Numeric {
  const isWhole = kind === "integer" || kind === "long";
  if (!isSingle(value)) throw notScalar(option, isWhole ? "integer" : "number");
  return isWhole ? integerOf(option, value) : numberOf(option, value);
}

function booleanFrom(option: string, value: ShorthandValue): Value {
  if (!isSingle(value)) throw notScalar(option, "boolean");
  const word = typeof value === "string" ? value.toLowerCase() : value;
  return word === "true" ? true : word === "false" ? false : value;
}

function notScalar(option: string, expected: "integer" | "number" | "boolean"): Failure {
  return new Failure({ kind: "value-not-scalar", option, expected, received: undefined });
}

function isSingle(value: ShorthandValue): value is string | Uint8Array {
  return typeof value === "string" || value instanceof Uint8Array;
}

function isList(value: ShorthandValue): value is readonly ShorthandValue[] {
  return Array.isArray(value);
}

function isMembers(value: ShorthandValue): value is ShorthandMembers {
  return !isSingle(value) && !isList(value);
}
