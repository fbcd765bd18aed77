import { loadOperation } from "../operations/load";
import type { Operation } from "../operations/operation";
import type { Look } from "../operations/outcome";
import { loadClient } from "../sdk/load";
import type { CallRequest, Io, KeptConnections, Params, Ready, Response, Value } from "../types";
import { attempt, singleAttempt } from "./attempt";
import type { Keys } from "./keys";
import { codeOf, isTransient } from "./problem";

/** Makes calls of a service's operations with the settings and keys of one run. */
export interface Calls {
  /** The request of an operation that was named when this was created. It has a connection of its own. */
  readonly request: (word: string, params: Params) => CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  /**
   * One attempt of a call, within 10 seconds, on a connection that the next call may use too. Throws a Failure, or the
   * signal's reason.
   */
  readonly call: (word: string, params: Params, signal?: AbortSignal) => Promise<Response>;
  /** The same, with an input that is made from members. */
  readonly look: (look: Look, params: Params, signal?: AbortSignal) => Promise<Response>;
  /** Whether no other attempt can succeed: the service refused for good, or there are no keys any more. */
  readonly isLost: (problem: unknown) => boolean;
}

/** The time limit of a call before the last one, in milliseconds. */
const callTime = 10_000;

/**
 * Loads everything that the calls of these operations need, because the command may fill the disk or replace the
 * package.
 */
export async function createCalls(
  words: readonly string[],
  ready: Ready,
  { keys, io }: { keys: Keys; io: Io },
): Promise<Calls> {
  const { settings, operation } = ready;
  const { send } = await loadClient(operation.service);
  const operations = new Map<string, Operation>([[operation.word, operation]]);
  for (const word of words) operations.set(word, (await loadOperation({ word })).operation);
  const request = (word: string, params: Params): CallRequest => {
    const called = operations.get(word);
    if (!called) throw new Error(`${word} was not loaded`);
    return { operation: called, params, settings, credentials: undefined, trace: io.trace };
  };
  const kept: KeptConnections = {};
  const once = singleAttempt(settings, callTime);
  const call: Calls["call"] = async (word, params, signal) => {
    try {
      return await attempt(
        { ...request(word, params), settings: once, kept },
        { send, keys, time: callTime, ...(signal && { signal }) },
      );
    } catch (problem) {
      keys.areRefused(codeOf(problem));
      throw problem;
    }
  };
  return {
    request,
    send,
    call,
    look: (look, params, signal) => call(look.operation, inputOf(look, params), signal),
    isLost: (problem) => keys.areDead() || (!isTransient(problem) && !keys.areRefused(codeOf(problem))),
  };
}

/** The input of a look: members of the call's input, alone or in a list. */
function inputOf({ input }: Look, params: Params): Params {
  const entries = Object.entries(input).map(([name, from]): [string, Value | undefined] => [
    name,
    typeof from === "string" ? params[from] : from.flatMap((member) => (params[member] ?? []) as string),
  ]);
  const isEmpty = (value: Value | undefined): boolean =>
    value === undefined || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(entries.filter(([, value]) => !isEmpty(value))) as Params;
}
