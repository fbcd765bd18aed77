import { writeJson } from "../python/json-text";
import { isHash } from "../python/value";
import type { Json } from "../types";

/** Adds a value in the `json` format: nothing for an empty object. */
export function addJson(value: Json, add: (part: string) => void): void {
  if (isHash(value) && Object.keys(value).length === 0) return;
  writeJson(value, { indent: 4, ascii: false }, add);
  add("\n");
}
