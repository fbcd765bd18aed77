import type { Json } from "../types";
import { isNumeric } from "./numeric";

/** An array. */
export type List = readonly Json[];
/** An object. */
export type Hash = Readonly<Record<string, Json>>;

/** Whether a value is an array. `Array.isArray` alone does not narrow readonly arrays. */
export function isList(value: unknown): value is List {
  return Array.isArray(value);
}

/** Whether a value is an object. */
export function isHash(value: unknown): value is Hash {
  return typeof value === "object" && value !== null && !isList(value) && !isNumeric(value);
}

/** Whether a value is neither. */
export function isScalar(value: Json): boolean {
  return !isHash(value) && !isList(value);
}
