import { cellText, literalText } from "../python/text";
import { typeName } from "../python/type-name";
import { isList } from "../python/value";
import type { Json } from "../types";
import { QueryMismatch } from "./flaw";
import { Expression, typeOf, type Result } from "./values";

type ItemType = "number" | "string";
/** A type that a function takes; of an array, with the type of its items. */
type Type = "number" | "string" | "array" | "object" | "expref" | `array-${ItemType}`;

/** For each place the types that may stand there; none for any. */
export type Signature = readonly (readonly Type[])[];

/** Refuses what a function does not take, in the words of Python's jmespath. */
export function checkGiven(
  name: string,
  given: readonly Result[],
  { takes, variadic = false }: { readonly takes: Signature; readonly variadic?: boolean },
): void {
  const { length } = takes;
  if (variadic ? given.length < length : given.length !== length) {
    const expected = `${variadic ? "at least " : ""}${length} argument${length === 1 ? "" : "s"}`;
    throw new QueryMismatch(`Expected ${expected} for function ${name}(), received ${given.length}`);
  }
  for (const [at, value] of given.entries()) {
    const types = takes[Math.min(at, length - 1)] ?? [];
    if (types.length > 0) checkType(name, value, types);
  }
}

/** Refuses a value that is of none of the types. */
export function checkType(name: string, value: Result, types: readonly Type[]): void {
  const type = typeOf(value);
  if (!types.some((allowed) => allowed.replace(/-.*/, "") === type)) throw mismatch(name, value, { types, type });
  const items = types.flatMap((allowed) => (allowed.startsWith("array-") ? [allowed.slice(6)] : []));
  if (items.length > 0 && isList(value)) checkItems(name, value, { types, items });
}

/** All items are of one type, the first one's. */
function checkItems(
  name: string,
  list: readonly Json[],
  { types, items }: { readonly types: readonly Type[]; readonly items: readonly string[] },
): void {
  const [first = null] = list;
  const allowed = items.length === 1 ? items[0] : items.find((type) => type === typeOf(first));
  for (const item of list) {
    if (typeOf(item) !== allowed) throw mismatch(name, item, { types, type: typeName(item) });
  }
}

/** The failure of a function that was given a value of a wrong type. */
export function mismatch(
  name: string,
  value: Result,
  { types, type }: { readonly types: readonly Type[]; readonly type: string },
): QueryMismatch {
  const shown = value instanceof Expression ? "an expression" : cellText(value);
  return new QueryMismatch(
    `In function ${name}(), invalid type for value: ${shown}, expected one of: ${literalText(types)}, received: "${type}"`,
  );
}
