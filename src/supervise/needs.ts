import type { Verdict } from "../operations/operation";
import { optionName } from "../operations/operation";
import { Failure } from "../failure/failure";
import { flawOf } from "../io/unsendable";
import type { Params, Problem } from "../types";

/**
 * What is wrong with the members that a report needs: not given, or empty, as where a variable of a script was not set.
 * Throws a Failure for one with a line end or a control character in it, which no service takes.
 */
export function findNeeds({ needs }: Verdict, params: Params): Problem[] {
  return needs.flatMap((member): Problem[] => {
    const value = params[member] ?? undefined;
    if (value === undefined) return [{ kind: "missing", member }];
    if (value === "") return [{ kind: "length", member, length: 0, bound: "min", limit: 1 }];
    const problem = typeof value === "string" ? flawOf(value) : undefined;
    if (problem !== undefined) throw new Failure({ kind: "value-unusable", name: `--${optionName(member)}`, problem });
    return [];
  });
}
