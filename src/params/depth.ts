import type { Json } from "../types";

/** How many levels a value may nest; Python's own limit is a little lower. */
export const deepest = 1000;

/** Whether a value nests deeper than that. */
export function isDeep(value: Json): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true;
    level = level.flatMap((one): Json[] =>
      typeof one === "object" && one !== null ? (Object.values(one) as Json[]) : [],
    );
  }
  return false;
}
