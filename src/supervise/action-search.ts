import { dataOf, isFailure, type Failure } from "../failure/failure";
import { optionName } from "../operations/option-name";
import type { Action } from "../operations/outcome";
import type { Params } from "../types";
import { notStarted, type Surroundings } from "./before";
import { textOf } from "./by-hand";
import { beat } from "./heartbeats";
import { candidates, describeHooks, hookUnknown, type Hook } from "./hooks";
import { textAt } from "./path";
import { isKnown } from "./problem";

/** An action that a heartbeat proved. */
export interface Active {
  readonly params: Params;
  readonly hook: Hook;
  /** Whether its times are known. */
  readonly isDescribed: boolean;
}

/** The reason why no action was found yet, and the instance's state if it was looked at. */
export interface NotYet {
  readonly problem: unknown;
  readonly state: string | undefined;
}

/** The search for an instance's action. */
export interface Search {
  /** The instance's state; undefined if the service does not tell it now. */
  readonly state: () => Promise<string | undefined>;
  /** Finds what is missing, and proves the action by a heartbeat. Throws a Failure for a problem that will not pass. */
  readonly tryOnce: (looksAtState: boolean) => Promise<Active | NotYet>;
}

/** Looks for the missing names of an action, and keeps those that it finds. */
export function createSearch(action: Action, given: Params, surroundings: Surroundings): Search {
  const { calls, signal } = surroundings;
  const { group, hook } = action;
  let params = given;
  let hooks: readonly Hook[] | undefined;
  let refused: unknown;

  const look = async (): Promise<string | undefined> => {
    const answer = await calls.look(group.look, params);
    const name = textAt(answer, group.at);
    if (name === undefined) throw noGroup(action, params);
    params = { [group.member]: name, ...params };
    return textAt(answer, group.state) ?? "";
  };
  const describe = async (): Promise<void> => {
    if (hooks ?? refused) return;
    const found = await describeHooks(action, params, surroundings);
    if ("refused" in found) refused = found.refused;
    else hooks = found;
  };
  const options = (state: string): readonly Hook[] => {
    const name = params[hook.member];
    if (typeof name === "string") return [hooks?.find((one) => one.name === name) ?? unknownHook(name)];
    if (!hooks) throw hookUnknown(action, refused);
    return candidates(action, state, hooks);
  };
  const prove = async (state: string): Promise<Active | NotYet> => {
    let problem: unknown;
    for (const one of options(state)) {
      const tried = { ...params, [hook.member]: one.name };
      try {
        await beat(action, tried, { calls });
        return { params: tried, hook: one, isDescribed: one.period !== undefined };
      } catch (error) {
        problem = error;
        if (!isKnown(error, [action.heartbeat.inactive])) throw error;
      }
    }
    return { problem, state };
  };
  return {
    state: () =>
      look().catch((problem: unknown) => {
        signal.throwIfAborted();
        if (dataOf(problem).kind === "not-started") throw problem;
        if (calls.isLost(problem)) throw notStarted("The instance's state cannot be looked at.", dataOf(problem));
        return undefined;
      }),
    tryOnce: async (looksAtState) => {
      let state: string | undefined;
      try {
        const isByName = params[action.token] !== undefined;
        const isComplete = [group.member, hook.member].every((member) => params[member] !== undefined);
        if (!isByName && (looksAtState || !isComplete)) state = await look();
        if (state !== undefined && params[hook.member] === undefined && !new RegExp(action.waiting).test(state)) {
          return { problem: new Error(`The instance is ${state}.`), state };
        }
        await describe();
        return await prove(state ?? "");
      } catch (problem) {
        signal.throwIfAborted();
        if (isFailure(problem) && problem.data.kind === "not-started") throw problem;
        if (calls.isLost(problem)) throw notStarted("The lifecycle action cannot be kept alive.", dataOf(problem));
        return { problem, state };
      }
    },
  };
}

function noGroup({ group, instance }: Action, params: Params): Failure {
  const id = textOf(params[instance.member]);
  const lacking = params[group.member] === undefined ? `, and --${optionName(group.member)} is not given` : "";
  return notStarted(`The instance ${id} is in no Auto Scaling group${lacking}.`);
}

function unknownHook(name: string): Hook {
  return { name, transition: undefined, period: undefined, limit: undefined };
}
