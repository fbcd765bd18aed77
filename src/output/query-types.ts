import { isNumeric, type Numeric } from "../python/numeric";
import { compare } from "../python/order";
import { isHash, isList } from "../python/value";

/**
 * The functions on types for the library of queries, in place of its own `@aws-lambda-powertools/commons/typeutils`: a
 * service's number in a form of its own is a number too (scripts/jmespath-numbers.mjs).
 */
export const isRecord = (value: unknown): boolean => isHash(value);
export const isString = (value: unknown): value is string => typeof value === "string";
export const isNumber = (value: unknown): value is number | Numeric => typeof value === "number" || isNumeric(value);
export const isIntegerNumber = (value: unknown): boolean => Number.isInteger(value);

export function getType(value: unknown): string {
  if (value === null) return "null";
  if (isList(value)) return "array";
  if (isNumber(value)) return "number";
  const type = typeof value;
  return type === "object" || type === "string" || type === "boolean" ? type : "unknown";
}

/** Whether Python takes a value for true. The library itself takes zero for true. */
export function isTruthy(value: unknown): boolean {
  if (isList(value)) return value.length > 0;
  return isHash(value) ? Object.keys(value).length > 0 : Boolean(value);
}

export function isStrictEqual(left: unknown, right: unknown): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (isList(left) && isList(right)) {
    return left.length === right.length && left.every((item, at) => isStrictEqual(item, right[at]));
  }
  if (!isHash(left) || !isHash(right)) return left === right;
  const names = Object.keys(left);
  const isAlike = (name: string): boolean => Object.hasOwn(right, name) && isStrictEqual(left[name], right[name]);
  return names.length === Object.keys(right).length && names.every(isAlike);
}

/** Below 0, 0 or above, as Python orders two numbers or two texts; undefined for anything else. */
export function orderOf(left: unknown, right: unknown): number | undefined {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  return isString(left) && isString(right) ? compare(left, right) : undefined;
}

/** Compares two numbers; exact for integers of any size. */
function compareNumbers(left: number | Numeric, right: number | Numeric): number {
  if (typeof left === "number" && typeof right === "number") return left < right ? -1 : left > right ? 1 : 0;
  const [a, b] = [toPython(left), toPython(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The number to compute with: an integer, or a float. */
export function toPython(value: number | Numeric): bigint | number {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  return /^-?\d+$/.test(value.string) ? BigInt(value.string) : Number(value.string);
}
