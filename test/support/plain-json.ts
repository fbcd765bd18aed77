import { isNumeric } from "../../src/python/numeric";

/** A value as JSON, with the numbers that keep a form of their own as JavaScript's. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (isNumeric(one) ? Number(one.string) : one));
}
