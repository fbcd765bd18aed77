import { harmless } from "../io/harmless";
import { isHash, isList } from "../python/value";
import type { Json } from "../types";

/** A copy of a value in which no character of a text or name controls a terminal. */
export function tame(value: Json): Json {
  if (typeof value === "string") return harmless(value);
  if (isList(value)) return value.map(tame);
  if (!isHash(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [harmless(name), tame(member)]));
}
