import type { Json } from "../types";

/**
 * What `--query` works on and the formats print: JSON's values as Python has them. Integers are `bigint` and floats
 * `number`, because `1` and `1.0` print differently; objects are maps, because `{"10": …, "9": …}` keeps its order.
 */
export type Value = null | boolean | string | bigint | number | readonly Value[] | ReadonlyMap<string, Value>;

/** Thrown for a value that has no form in the format asked for. */
export class Unprintable extends Error {}

/** A service's answer as a value. */
export function toValue(json: Json): Value {
  if (Array.isArray(json)) return (json as readonly Json[]).map(toValue);
  if (json !== null && typeof json === "object") {
    return new Map(Object.entries(json).map(([name, member]) => [name, toValue(member)]));
  }
  return typeof json === "number" && Number.isInteger(json) ? BigInt(json) : json;
}

/** Whether a value is an array. `Array.isArray` alone does not narrow readonly arrays. */
export function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

/** Whether a value is an object. */
export function isHash(value: unknown): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Whether a value is an integer or a float; a boolean is not. */
export function isNumber(value: unknown): value is bigint | number {
  return typeof value === "bigint" || typeof value === "number";
}

/** JMESPath's name of a value's type. */
export function typeName(value: Value): string {
  if (value === null) return "null";
  if (isList(value)) return "array";
  if (isHash(value)) return "object";
  return isNumber(value) ? "number" : typeof value;
}

/** Orders two numbers, or two strings by code point (not by UTF-16 unit, which differs above U+FFFF). */
export function compare<T extends bigint | number | string>(left: T, right: T): number {
  if (typeof left === "string" && typeof right === "string") return compareStrings(left, right);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Code units at or above U+E000 come before the surrogates, which stand for code points above them. */
function compareStrings(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x10000 : unit);

/** A float as Python writes it: the shortest digits that read back, an exponent from 1e16 and below 1e-4. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent >= 16 || exponent < -4) return `${digits}e${power.slice(0, 1)}${power.slice(1).padStart(2, "0")}`;
  const plain = String(value);
  return plain.includes(".") ? plain : `${plain}.0`;
}
