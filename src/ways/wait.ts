import { setTimeout as sleep } from "node:timers/promises";
import { inWords } from "../failure/in-words";
import { Failure, dataOf, type FailureData } from "../failure/failure";
import type { WaiterReason } from "../failure/waiter";
import type { Acceptor, WaiterModel } from "../operations/model";
import type { WaiterWords } from "../operations/operation";
import type { Io, Ready } from "../types";
import { accepted, serviceErrorOf, type Polled } from "./acceptors";
import { openCaller, type Caller } from "./caller";
import { progressOf, statusOf, type Progress, type Search } from "./progress";
import { reasonsOf } from "./why";

/** The seconds that a wait takes at most if only its interval is given. */
const defaultTimeout = 1800;

/**
 * Polls until the service's answer says that the awaited state has come, as botocore's waiter does; prints nothing to
 * standard output. With options of our own it waits as long as they say, tells changes, and outlasts transient errors.
 * Throws a Failure.
 */
export async function wait(ready: Ready, io: Io): Promise<number> {
  const { operation, invocation } = ready;
  const word = invocation.waiter ?? "";
  const words = operation.waiters[word];
  const model = words?.model ?? operation.model.waiters?.[word];
  if (!words || !model) throw new Error(`${operation.name} has no waiter ${word}`);
  const { timeout, interval } = invocation.wait ?? {};
  const isOurs = timeout !== undefined || interval !== undefined;
  const { search } = await import("../output/query");
  const watch: Watch = {
    search,
    ready,
    words,
    model,
    call: await openCaller(ready, io, {}),
    progress: progressOf({ search, tells: words.tells, inLines: isOurs, io }),
    delay: interval ?? model.delay,
    limit: isOurs ? (timeout ?? defaultTimeout) : undefined,
    name: word.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
  };
  try {
    await poll(watch);
  } finally {
    watch.progress.end();
  }
  return 0;
}

interface Watch {
  readonly search: Search;
  readonly ready: Ready;
  readonly words: WaiterWords;
  readonly model: WaiterModel;
  readonly call: Caller;
  readonly progress: Progress;
  /** Seconds between two polls. */
  readonly delay: number;
  /** Seconds until the wait is given up, 0 for no limit; undefined if the number of polls is limited, as in aws-cli. */
  readonly limit: number | undefined;
  /** botocore's name of the waiter. */
  readonly name: string;
}

async function poll(watch: Watch): Promise<void> {
  const { search, model, words, delay, limit, progress } = watch;
  const started = Date.now();
  let status = "";
  let lastMatched: Acceptor | undefined;
  for (let attempts = 1; ; attempts++) {
    const polled = await ask(watch);
    const acceptor = polled && accepted(polled, model.acceptors, search);
    if (polled && "answer" in polled) {
      progress.saw(polled.answer);
      status = statusOf(search, words.tells, polled.answer);
    }
    if (acceptor?.state === "success") return;
    if (acceptor?.state === "failure") throw await failed(watch, { kind: "failed", acceptor }, polled);
    if (polled && "error" in polled && !acceptor) {
      const { code, message } = polled.error;
      throw await failed(watch, { kind: "error", code, message });
    }
    if (acceptor) lastMatched = acceptor;
    const passed = (Date.now() - started) / 1000;
    if (limit === undefined ? attempts >= model.maxAttempts : limit > 0 && passed >= limit) {
      const named = lastMatched && (acceptor ?? model.acceptors.at(-1));
      throw await failed(
        watch,
        limit === undefined ? { kind: "attempts", acceptor: named } : { kind: "time", seconds: limit, status },
      );
    }
    await rest(limit ? Math.min(delay, limit - passed) : delay, progress);
  }
}

/** Polls once. Undefined if a transient error kept the service from answering and the wait uses options of our own. */
async function ask({ call, ready, limit, progress }: Watch): Promise<Polled | undefined> {
  try {
    return { answer: await call(ready.params) };
  } catch (error) {
    const data = dataOf(error);
    if (limit === undefined || !isTransient(data)) return { error: serviceErrorOf(error) };
    progress.note(`no answer this time: ${(await inWords(error)).text}`);
    return undefined;
  }
}

const transient: readonly FailureData["kind"][] = [
  "endpoint-unreachable",
  "proxy-unreachable",
  "connect-timeout",
  "read-timeout",
  "attempt-timeout",
  "connection-closed",
  "answer-foreign",
];

function isTransient(failure: FailureData): boolean {
  return failure.kind === "service-error" ? failure.isTransient : transient.includes(failure.kind);
}

/** Waits one second at a time, so that a terminal's line shows the time. */
async function rest(seconds: number, progress: Progress): Promise<void> {
  const end = Date.now() + seconds * 1000;
  for (let left; (left = end - Date.now()) > 0;) {
    await sleep(Math.min(left, 1000));
    progress.tick();
  }
}

/** The Failure, after the reasons were told if they should be: aws-cli's own waiters say no more than botocore's. */
async function failed(watch: Watch, reason: WaiterReason, polled?: Polled): Promise<Failure> {
  const { search, words, progress, call, ready, limit, name } = watch;
  progress.end();
  if (polled && "answer" in polled && (limit !== undefined || words.model)) {
    const ended = { search, answer: polled.answer, input: ready.params, tells: words.tells, call };
    for (const text of await reasonsOf(ended)) progress.note(text);
  }
  return new Failure({ kind: "waiter-failed", waiter: name, reason });
}
