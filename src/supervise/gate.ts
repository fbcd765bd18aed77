import { dataOf } from "../failure/failure";
import { optionName } from "../operations/option-name";
import type { Gate } from "../operations/outcome";
import type { Json, Params, Response } from "../types";
import { notStarted, type Before, type Meanwhile, type Surroundings } from "./before";
import { textOf } from "./by-hand";
import { hasPassed } from "./gate-passed";
import { fits, isGiven, numberAt, textAt, timeAt, valuesAt } from "./path";

/** Waits until a deployment stops and waits to be continued. Throws a Failure, or the signal's reason. */
export async function prepareGate(gate: Gate, surroundings: Surroundings): Promise<Before> {
  const { command, clock, signal } = surroundings;
  const end = performance.now() + clock.milliseconds(command.wait);
  for (;;) {
    const seen = await lookAt(gate, surroundings);
    if (seen.kind === "waits") return prepared(gate, seen, surroundings);
    if (performance.now() + clock.milliseconds(gate.every) > end) {
      const problem = seen.problem === undefined ? undefined : dataOf(seen.problem);
      throw notStarted(
        `${gate.subject} did not wait for an answer within ${command.wait} seconds${seen.but}.`,
        problem,
      );
    }
    await clock.pause(gate.every, { signal, spread: 0.1 });
  }
}

/**
 * The result of a look: the deployment waits, with the hook that does; or it does not wait yet, and what it does
 * instead.
 */
type Seen =
  | { readonly kind: "waits"; readonly answer: Response; readonly hook: Json | undefined }
  | { readonly kind: "not-yet"; readonly but: string; readonly problem?: unknown };

async function lookAt(gate: Gate, { calls, params, signal }: Surroundings): Promise<Seen> {
  try {
    const answer = await calls.look(gate.look, params);
    const status = textAt(answer, gate.status);
    if (status === undefined) throw notStarted(`${gate.subject} does not exist.`);
    if (gate.ended.includes(status)) throw notStarted(endedText(gate, answer));
    const hooks = waitingHooks(gate, answer, params);
    if (!(gate.ready?.includes(status) ?? hooks.length > 0)) return { kind: "not-yet", but: `: it is ${status}` };
    if (gate.passed && (await hasPassed(gate.passed, { calls, params }))) throw notStarted(gate.passed.sentence);
    return { kind: "waits", answer, hook: hooks[0] };
  } catch (problem) {
    signal.throwIfAborted();
    if (dataOf(problem).kind === "not-started") throw problem;
    if (calls.isLost(problem)) throw notStarted(`${gate.subject} could not be looked up.`, dataOf(problem));
    return { kind: "not-yet", but: "", problem };
  }
}

/** The text for a deployment that has ended: `The deployment is Failed (HEALTH_CONSTRAINTS: too few hosts).` */
function endedText({ subject, status, why }: Gate, answer: Response): string {
  const reasons = why.flatMap((path) => textAt(answer, path) ?? []);
  return `${subject} is ${textAt(answer, status) ?? ""}${reasons.length > 0 ? ` (${reasons.join(": ")})` : ""}.`;
}

/** The hook that waits, or the one that the input names. Throws a Failure if several wait. */
function waitingHooks({ hook }: Gate, answer: Response, params: Params): readonly Json[] {
  if (!hook) return [];
  const waiting = valuesAt(answer, hook.at).filter((one) => fits(one, hook.where));
  const named = params[hook.member];
  if (named !== undefined) {
    const own = valuesAt(answer, hook.at).find((one) => textAt(one, hook.id) === named);
    const status = own === undefined ? undefined : textAt(own, hook.over.at);
    if (status !== undefined && hook.over.values.includes(status))
      throw notStarted(`The hook ${textOf(named)} is ${status}.`);
    return waiting.filter((one) => one === own);
  }
  if (waiting.length < 2) return waiting;
  const ids = waiting.map((one) => textAt(one, hook.id) ?? "");
  throw notStarted(`Several hooks wait for an answer: ${ids.join(", ")}. Say which by --${optionName(hook.member)}.`);
}

function prepared(gate: Gate, { answer, hook }: Extract<Seen, { kind: "waits" }>, surroundings: Surroundings): Before {
  const { params, clock } = surroundings;
  const id = gate.hook && hook !== undefined ? { [gate.hook.member]: textAt(hook, gate.hook.id) ?? "" } : {};
  const facts = Object.entries(gate.facts).flatMap(([name, path]) => {
    const text = textAt(answer, path);
    return text === undefined ? [] : [[name, text] as const];
  });
  const seconds = secondsLeft(gate, { answer, hook, params });
  return {
    kind: "prepared",
    params: { ...params, ...id },
    facts: Object.fromEntries(facts),
    deadline: seconds === undefined ? undefined : performance.now() + clock.milliseconds(seconds),
    meanwhile: gate.meanwhile === undefined ? undefined : () => watch(gate, gate.meanwhile ?? gate.every, surroundings),
  };
}

interface Waiting {
  readonly answer: Response;
  readonly hook: Json | undefined;
  readonly params: Params;
}

/** The seconds from now until the service stops waiting; undefined if it does not say. */
function secondsLeft({ hook: declared, limit }: Gate, { answer, hook, params }: Waiting): number | undefined {
  const until = declared && hook !== undefined ? timeAt(hook, declared.until) : undefined;
  if (until !== undefined) return (until - Date.now()) / 1000;
  if (!limit || isGiven(limit.unless, params) || !fits(answer, limit.where)) return undefined;
  const minutes = numberAt(answer, limit.minutes) ?? 0;
  return minutes > 0 ? minutes * 60 : undefined;
}

/** Looks at a deployment while the command runs: once the deployment has ended, the command has no purpose. */
function watch(gate: Gate, every: number, { calls, params, clock, io }: Surroundings): Meanwhile {
  const controller = new AbortController();
  const { signal } = controller;
  const look = async (): Promise<string> => {
    for (;;) {
      await clock.pause(every, { signal, spread: 0.1 });
      try {
        const answer = await calls.look(gate.look, params, signal);
        if (gate.ended.includes(textAt(answer, gate.status) ?? "")) return endedText(gate, answer);
      } catch (problem) {
        signal.throwIfAborted();
        io.trace.log(`a look failed: ${String(problem)}`);
      }
    }
  };
  return {
    overtaken: look().catch(() => new Promise<string>(() => undefined)),
    stop: () => {
      controller.abort();
    },
  };
}
