import { isHash, isList, isNumber, type Value } from "../value";

/** JMESPath's `==`: Python's, except that at the top 0 and 1 are not false and true. */
export function equals(left: Value, right: Value): boolean {
  if ((isBit(left) && typeof right === "boolean") || (isBit(right) && typeof left === "boolean")) return false;
  return same(left, right);
}

/** Python's `==`: by value, whatever the kind of a number; true and false are 1 and 0. */
export function same(left: Value, right: Value): boolean {
  if (isList(left))
    return isList(right) && left.length === right.length && left.every((v, at) => same(v, right[at] ?? null));
  if (isHash(left)) {
    return isHash(right) && left.size === right.size && [...left].every(([name, v]) => has(right, name, v));
  }
  if (left === null || right === null || typeof left === "object" || typeof right === "object") return left === right;
  if (typeof left === "string" || typeof right === "string") return left === right;
  return Number(left) === Number(right) && sameInteger(left, right);
}

function has(hash: ReadonlyMap<string, Value>, name: string, value: Value): boolean {
  const found = hash.get(name);
  return found !== undefined && same(value, found);
}

/** Two integers can differ and be the same as floats. */
function sameInteger(left: Value, right: Value): boolean {
  return typeof left !== "bigint" || typeof right !== "bigint" || left === right;
}

function isBit(value: Value): boolean {
  return isNumber(value) && (Number(value) === 0 || Number(value) === 1);
}
