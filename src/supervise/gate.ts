import { dataOf } from "../failure/failure";
import { inWords } from "../failure/in-words";
import { secondsText } from "../failure/report";
import { optionName } from "../operations/option-name";
import type { Gate } from "../operations/outcome";
import type { Json, Params, Response } from "../types";
import { notStarted, type Before, type Meanwhile, type Surroundings } from "./before";
import { textOf } from "./by-hand";
import type { Calls } from "./calls";
import { hasPassed } from "./gate-passed";
import { fits, isGiven, numberAt, textAt, timeAt, valuesAt } from "./path";
import { codeOf } from "./problem";

/** Waits until a deployment stops and waits to be continued. Throws a Failure, or the signal's reason. */
export async function prepareGate(gate: Gate, surroundings: Surroundings): Promise<Before> {
  const { command, clock, signal, note } = surroundings;
  const end = performance.now() + clock.milliseconds(command.wait);
  for (let noted: string | undefined; ;) {
    const seen = await lookAt(gate, surroundings);
    if (seen.note !== undefined && seen.note !== noted) note((noted = seen.note));
    if (seen.kind === "waits") return prepared(gate, seen, surroundings);
    if (performance.now() + clock.milliseconds(gate.every) > end) {
      const problem = seen.problem === undefined ? undefined : dataOf(seen.problem);
      throw notStarted(
        `${gate.subject} did not wait for an answer within ${secondsText(command.wait)}${seen.but}.`,
        problem,
      );
    }
    await clock.pause(gate.every, { signal, spread: 0.1 });
  }
}

/** What a look showed: that it waits, with the hook that does; or that it does not as yet, and what instead. `note` is to be said once. */
type Seen = { readonly note?: string } & (
  | { readonly kind: "waits"; readonly answer: Response; readonly hook: Json | undefined }
  | { readonly kind: "not-yet"; readonly but: string; readonly problem?: unknown }
);

async function lookAt(gate: Gate, surroundings: Surroundings): Promise<Seen> {
  const { calls, params, signal } = surroundings;
  try {
    const answer = await calls.look(gate.look, params);
    const status = textAt(answer, gate.status);
    if (status === undefined) throw notStarted(`${gate.subject} does not exist.`);
    if (gate.ended.includes(status)) throw notStarted(endedText(gate, answer));
    const hooks = waitingHooks(gate, answer, params);
    if (!(gate.ready?.includes(status) ?? hooks.length > 0)) return { kind: "not-yet", but: `: it is ${status}` };
    const waits: Seen = { kind: "waits", answer, hook: hooks[0] };
    return gate.passed ? await rightWait(waits, gate.passed, surroundings) : waits;
  } catch (problem) {
    signal.throwIfAborted();
    if (dataOf(problem).kind === "not-started") throw problem;
    if (calls.isLost(problem)) throw notStarted(`${gate.subject} could not be looked up.`, dataOf(problem));
    return { kind: "not-yet", but: "", problem };
  }
}

/**
 * Whether a deployment that waits is at the wait that is meant. Where nothing shows it, it is taken for the second if that
 * is meant: the service refuses the last call at the first.
 */
async function rightWait(
  waits: Seen,
  passed: NonNullable<Gate["passed"]>,
  surroundings: Pick<Surroundings, "calls" | "params">,
): Promise<Seen> {
  const isSecond = isGiven(passed.second, surroundings.params);
  try {
    const isPassed = await hasPassed(passed, surroundings);
    if (isPassed && !isSecond) throw notStarted(passed.over);
    if (!isSecond || isPassed) return waits;
    if (isPassed === undefined) return { ...waits, note: `${passed.unknown} could not be checked: no target shows it` };
    const but = `: ${passed.early}`;
    return { kind: "not-yet", but, note: `the deployment waits, but ${passed.early}: waiting until it has` };
  } catch (problem) {
    if (!isSecond || codeOf(problem) === undefined || !surroundings.calls.isLost(problem)) throw problem;
    const { text } = await inWords(problem);
    return { ...waits, note: `${passed.unknown} could not be checked: ${text.trim()}` };
  }
}

/** `The deployment is Failed (HEALTH_CONSTRAINTS: too few hosts).` */
function endedText({ subject, status, why }: Gate, answer: Response): string {
  const reasons = why.flatMap((path) => textAt(answer, path) ?? []);
  return `${subject} is ${textAt(answer, status) ?? ""}${reasons.length > 0 ? ` (${reasons.join(": ")})` : ""}.`;
}

/** The hook that waits, or the one that the input names. Throws a Failure if several wait. */
function waitingHooks({ hook }: Gate, answer: Response, params: Params): readonly Json[] {
  if (!hook) return [];
  const waiting = valuesAt(answer, hook.at).filter((one) => fits(one, hook.where));
  if (params[hook.member] !== undefined) {
    const own = ownHook(hook, answer, params);
    const status = own === undefined ? undefined : textAt(own, hook.over.at);
    if (status !== undefined && hook.over.values.includes(status)) throw notStarted(hookText(hook, params, status));
    return waiting.filter((one) => one === own);
  }
  if (waiting.length < 2) return waiting;
  const ids = waiting.map((one) => textAt(one, hook.id) ?? "");
  throw notStarted(`Several hooks wait for an answer: ${ids.join(", ")}. Say which with --${optionName(hook.member)}.`);
}

type Hooks = NonNullable<Gate["hook"]>;

/** The hook that the input names, whether it waits or not. */
function ownHook({ at, id, member }: Hooks, answer: Response, params: Params): Json | undefined {
  return valuesAt(answer, at).find((one) => textAt(one, id) === params[member]);
}

/** `The hook hook-1 is SUCCEEDED.` */
function hookText({ member }: Hooks, params: Params, status: string): string {
  return `The hook ${textOf(params[member])} is ${status}.`;
}

/** Why nothing waits any more for the answer that was prepared, as a sentence; undefined where it may still wait. Throws a Failure. */
export async function whyOver(
  gate: Gate,
  params: Params,
  { calls, signal }: { readonly calls: Calls; readonly signal?: AbortSignal },
): Promise<string | undefined> {
  const answer = await calls.look(gate.look, params, signal);
  if (gate.ended.includes(textAt(answer, gate.status) ?? "")) return endedText(gate, answer);
  const own = gate.hook && ownHook(gate.hook, answer, params);
  if (!gate.hook || own === undefined || fits(own, gate.hook.where)) return undefined;
  return hookText(gate.hook, params, textAt(own, gate.hook.over.at) ?? "");
}

function prepared(gate: Gate, { answer, hook }: Extract<Seen, { kind: "waits" }>, surroundings: Surroundings): Before {
  const { clock } = surroundings;
  const id = gate.hook && hook !== undefined ? { [gate.hook.member]: textAt(hook, gate.hook.id) ?? "" } : {};
  const params = { ...surroundings.params, ...id };
  const facts = Object.entries(gate.facts).flatMap(([name, path]) => {
    const text = textAt(answer, path);
    return text === undefined ? [] : [[name, text] as const];
  });
  const seconds = secondsLeft(gate, { answer, hook, params });
  return {
    kind: "prepared",
    params,
    facts: Object.fromEntries(facts),
    deadline: seconds === undefined ? undefined : performance.now() + clock.milliseconds(seconds),
    meanwhile: () => watch(gate, { ...surroundings, params }),
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

/** Looks at a deployment while the command runs: once it waits no more the command is for nothing. */
function watch(gate: Gate, { calls, params, clock, io }: Surroundings): Meanwhile {
  const controller = new AbortController();
  const { signal } = controller;
  const look = async (): Promise<string> => {
    for (;;) {
      await clock.pause(gate.meanwhile, { signal, spread: 0.1 });
      try {
        const sentence = await whyOver(gate, params, { calls, signal });
        if (sentence !== undefined) return sentence;
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
