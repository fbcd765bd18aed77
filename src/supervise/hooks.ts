import { dataOf } from "../failure/failure";
import { optionName } from "../operations/option-name";
import type { Action } from "../operations/outcome";
import type { Params } from "../types";
import { notStarted, type Surroundings } from "./before";
import { numberAt, textAt, valuesAt } from "./path";

/** A hook of a group. Times in seconds; values that are not known are undefined. */
export interface Hook {
  readonly name: string;
  readonly transition: string | undefined;
  readonly period: number | undefined;
  readonly limit: number | undefined;
}

/**
 * The hooks of the group in the input, or the hook that it names; the refusal if they may not be described. Throws a
 * Failure for a problem that may pass.
 */
export async function describeHooks(
  { hook }: Action,
  params: Params,
  { calls }: Surroundings,
): Promise<readonly Hook[] | { readonly refused: unknown }> {
  try {
    const answer = await calls.look(hook.look, params);
    return valuesAt(answer, hook.at).map((one) => ({
      name: textAt(one, hook.name) ?? "",
      transition: textAt(one, hook.transition),
      period: numberAt(one, hook.period),
      limit: numberAt(one, hook.limit),
    }));
  } catch (problem) {
    if (!calls.isLost(problem)) throw problem;
    return { refused: problem };
  }
}

/**
 * The hooks that an instance in a state may wait at. Throws a Failure if there is none, or if it cannot be told which
 * one it is.
 */
export function candidates(action: Action, state: string, hooks: readonly Hook[]): readonly Hook[] {
  const transitions = action.transitions.find((one) => new RegExp(one.state).test(state))?.of ?? [];
  const own = hooks.filter(({ name }) => !name.startsWith(action.hook.foreign));
  const fitting = transitions.map((transition) => own.filter((one) => one.transition === transition));
  const option = `--${optionName(action.hook.member)}`;
  if (fitting.every((some) => some.length === 0)) {
    throw notStarted(
      `The group has no hook for an instance that is ${state}: ${option} is not given, and none is found.`,
    );
  }
  if (fitting.some((some) => some.length > 1)) {
    const names = fitting.flat().map(({ name }) => name);
    throw notStarted(`Several hooks fit an instance that is ${state}: ${names.join(", ")}. Say which with ${option}.`);
  }
  return fitting.flat();
}

/** The Failure for hooks that may not be described although one of them must be found. */
export function hookUnknown({ hook }: Action, refused: unknown): Error {
  return notStarted(`The hook cannot be found, and --${optionName(hook.member)} is not given.`, dataOf(refused));
}
