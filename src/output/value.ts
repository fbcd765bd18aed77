import { isNumeric } from "../python/numeric";
import type { Json } from "../types";

/** An array. */
export type List = readonly Json[];
/** An object. */
export type Hash = Readonly<Record<string, Json>>;

/** Thrown for a value that has no form in the format asked for. */
export class Unprintable extends Error {}

/** Whether a value is an array. `Array.isArray` alone does not narrow readonly arrays. */
export function isList(value: unknown): value is List {
  return Array.isArray(value);
}

/** Whether a value is an object. */
export function isHash(value: Json): value is Hash {
  return typeof value === "object" && value !== null && !isList(value) && !isNumeric(value);
}

/** Whether a value is neither. */
export function isScalar(value: Json): boolean {
  return !isHash(value) && !isList(value);
}

/** Orders two strings by code point (not by UTF-16 unit, which differs above U+FFFF). */
export function compare(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return rank(a) - rank(b);
  }
  return left.length - right.length;
}

/** Code units at or above U+E000 come before the surrogates, which stand for code points above them. */
const rank = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x10000 : unit);
