import type { Verdict } from "../operations/operation";
import type { Params, Problem } from "../types";

/** What is wrong with the members that a report needs: not given, or empty, as where a variable of a script was not set. */
export function findNeeds({ needs }: Verdict, params: Params): Problem[] {
  return needs.flatMap((member): Problem[] => {
    const value = params[member] ?? undefined;
    if (value === undefined) return [{ kind: "missing", member }];
    return value === "" ? [{ kind: "length", member, length: 0, bound: "min", limit: 1 }] : [];
  });
}
