import { isHash as isAnyHash, isList, type Hash } from "../python/value";
import type { Json } from "../types";
import type { Node } from "./parse";
import { compareNumbers, isNumber } from "./numbers";

/** An expression that is handed to a function (`&name`). */
export class Expression {
  constructor(
    readonly node: Node,
    readonly evaluate: (node: Node, value: Json) => Result,
  ) {}

  of(value: Json): Result {
    return this.evaluate(this.node, value);
  }
}

/** What a part of a query gives. */
export type Result = Json | Expression;

/** Whether a value is an object. */
export function isHash(value: Result): value is Hash {
  return isAnyHash(value) && !(value instanceof Expression);
}

/** What JMESPath calls the type of a value. */
export function typeOf(value: Result): string {
  if (value === null) return "null";
  if (value instanceof Expression) return "expref";
  if (isNumber(value)) return "number";
  if (isList(value)) return "array";
  return typeof value;
}

/** Python's `==`, for which true is 1 and false is 0. */
export function isEqual(left: Result, right: Result): boolean {
  const [a, b] = [bare(left), bare(right)];
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b) === 0;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, at) => isEqual(item, b[at] ?? null));
  if (isHash(a) && isHash(b)) {
    const names = Object.keys(a);
    const isAlike = (name: string): boolean => Object.hasOwn(b, name) && isEqual(a[name] ?? null, b[name] ?? null);
    return names.length === Object.keys(b).length && names.every(isAlike);
  }
  return a === b;
}

const bare = (value: Result): Result => (typeof value === "boolean" ? Number(value) : value);

/** Whether JMESPath takes a value for false: null, false, and what is empty. */
export function isFalse(value: Result): boolean {
  if (isList(value)) return value.length === 0;
  if (isHash(value)) return Object.keys(value).length === 0;
  return value === "" || value === null || value === false;
}
