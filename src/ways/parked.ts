import { setTimeout as sleep } from "node:timers/promises";
import { inWords } from "../failure/in-words";
import { dataOf, Failure } from "../failure/failure";
import { noteTo } from "../io/note";
import type { Operation } from "../operations/operation";
import { deleteParameter, getParameter } from "../operations/internal";
import { parameterName } from "../operations/parked-parameter";
import { ssm } from "../operations/services";
import { loadClient } from "../sdk/load";
import { attempt, singleAttempt } from "../supervise/attempt";
import { createKeys, type Keys } from "../supervise/keys";
import { codeOf, isKnown, isTransient } from "../supervise/problem";
import { catchSignals, endBefore } from "../supervise/signals";
import type { Io, ParkedPlace, Ready, Response } from "../types";
import type { Way } from "./choose";
import { once } from "./once";

/** The times between two looks and for one call, in milliseconds. */
const times = { between: 2000, call: 10_000 };

/** The parameters of Systems Manager, by their names. */
interface Store {
  /** The text in a parameter; undefined where there is none, or an empty one. Throws a Failure. */
  readonly get: (name: string, signal?: AbortSignal) => Promise<string | undefined>;
  readonly remove: (name: string) => Promise<void>;
}

/**
 * Reads the value that a call lacks from the place where it is parked, makes the call, and removes the parked value
 * once the call is made or the service has no more use for it. Throws a Failure. Until the value is there, nothing is
 * reported and nothing is started.
 */
export function parkedWay(place: ParkedPlace, io: Io): Way {
  return async (ready) => {
    const { operation, invocation, params } = ready;
    const { command } = invocation;
    const signals = command && catchSignals(io.env);
    const supervise = command && (await import("../supervise/run"));
    const { member, by } = operation.parked ?? { member: "", by: "" };
    const id = params[by];
    if (typeof id !== "string" || id === "") throw missing(by);
    const keys = createKeys({ first: ready.credentials, renew: ready.renew });
    const store = await createStore(ready, { keys, io });
    const name = parameterName(place.prefix, id);
    const search = { place, store, keys, hasCommand: command !== undefined, signal: signals?.stop };
    const value = await waitFor(name, search).catch((problem: unknown) => {
      if (!signals?.end) throw problem;
      return "";
    });
    if (command && signals?.end) return endBefore(signals.end, command.words[0], noteTo(io));
    signals?.listen(() => undefined);
    const way: Way = command && supervise ? supervise.supervision(command, io) : (whole) => once(whole, io);
    const whole = { ...ready, params: { ...params, [member]: value }, credentials: await keys.current() };
    try {
      const exitCode = await way(whole);
      await clear(name, value, { store, io });
      return exitCode;
    } catch (problem) {
      if (isOver(operation, problem)) await clear(name, value, { store, io });
      throw problem;
    }
  };
}

function missing(member: string): Failure {
  return new Failure({ kind: "parameters-invalid", problems: [{ kind: "missing", path: "", member }] });
}

/** Whether the call was made although something failed, or will never be of use. */
function isOver({ outcome }: Operation, problem: unknown): boolean {
  const { kind } = dataOf(problem);
  return kind === "answer-lost" || kind === "done-before" || isKnown(problem, outcome?.doneAlready.errors ?? []);
}

/** Systems Manager at its own endpoint: `--endpoint-url` belongs to the other service. */
async function createStore(ready: Ready, { keys, io }: { keys: Keys; io: Io }): Promise<Store> {
  const endpoint = ready.settings.endpointOf("ssm");
  const settings = singleAttempt({ ...ready.settings, ...endpoint }, times.call);
  const { send } = await loadClient(ssm);
  const call = (operation: Operation, name: string, signal?: AbortSignal): Promise<Response> => {
    const request = { operation, params: { Name: name }, settings, credentials: undefined, trace: io.trace };
    return attempt(request, { send, keys, time: times.call, ...(signal && { signal }) });
  };
  return {
    get: async (name, signal) => {
      const { Parameter: parameter } = await call(getParameter, name, signal);
      const { Value: value } = (parameter ?? {}) as { readonly Value?: string };
      return value || undefined;
    },
    remove: async (name) => {
      await call(deleteParameter, name);
    },
  };
}

/** The means of looking for a value. */
interface Search {
  readonly place: ParkedPlace;
  readonly store: Store;
  readonly keys: Keys;
  readonly hasCommand: boolean;
  readonly signal: AbortSignal | undefined;
}

async function waitFor(name: string, { place, store, keys, hasCommand, signal }: Search): Promise<string> {
  const end = performance.now() + place.wait * 1000;
  for (;;) {
    let problem: unknown;
    try {
      const value = await store.get(name, signal);
      if (value !== undefined) return value;
    } catch (error) {
      signal?.throwIfAborted();
      const code = codeOf(error);
      if (code !== "ParameterNotFound") {
        if (!isTransient(error) && !keys.areRefused(code)) throw error;
        problem = error;
      }
    }
    const left = end - performance.now();
    if (left <= 0) {
      const last = problem === undefined ? undefined : dataOf(problem);
      throw new Failure({ kind: "parked-missing", name, seconds: place.wait, problem: last, hasCommand });
    }
    await sleep(Math.min(times.between, left), undefined, signal && { signal });
  }
}

/**
 * Removes the parked value, unless the deployment's next hook is already parked there. If it cannot be removed, that is
 * only a note.
 */
async function clear(name: string, value: string, { store, io }: { store: Store; io: Io }): Promise<void> {
  try {
    if ((await store.get(name)) === value) await store.remove(name);
  } catch (problem) {
    if (codeOf(problem) === "ParameterNotFound") return;
    const why = (await inWords(problem)).text.trim();
    noteTo(io)(`the parameter ${name} could not be removed: ${why}`);
  }
}
