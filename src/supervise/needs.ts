import { Failure } from "../failure/failure";
import { optionName } from "../operations/option-name";
import type { Outcome } from "../operations/outcome";
import type { CallInvocation, Params, Problem } from "../types";

/**
 * Throws a Failure for a line with `--` whose last call could never be made, or would be made with values that the
 * script did not mean: there is no command, or values are missing, empty or not printable.
 */
export function checkNeeds(outcome: Outcome, invocation: CallInvocation, params: Params): void {
  const { member, needs } = outcome;
  const { command, lacksCommand } = invocation;
  if (lacksCommand && (member === undefined || params[member] === undefined)) {
    throw new Failure({ kind: "command-missing" });
  }
  if (!command) return;
  for (const [name, value] of Object.entries(params)) {
    if (typeof value !== "string") continue;
    const place = placeOf(name, invocation);
    if (value === "") throw new Failure({ kind: "value-empty", ...place });
    const [found] = /\p{Cc}/u.exec(value) ?? [];
    if (found !== undefined) throw new Failure({ kind: "value-unprintable", ...place, character: found });
  }
  const missing = needs.filter((name) => (params[name] ?? undefined) === undefined);
  const problems = missing.map((name): Problem => ({ kind: "missing", path: "", member: name }));
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
}

/** Whether a command's end, or a value that is found before it, fills in what a check missed. */
export function isFilledIn({ member, finds }: Outcome, problem: Problem): boolean {
  if (problem.kind !== "missing" || problem.path !== "") return false;
  return problem.member === member || finds.includes(problem.member);
}

/** The place where a member's value was given: an option, and the file that its value names, if any. */
function placeOf(
  member: string,
  { values }: CallInvocation,
): { readonly place: string; readonly file: string | undefined } {
  const option = optionName(member);
  const typed = values[option];
  if (typed === undefined) return { place: `"${member}" in --cli-input-json`, file: undefined };
  const file = typeof typed === "string" && /^fileb?:\/\//.test(typed) ? typed : undefined;
  return { place: `--${option}`, file };
}
