import { Worker } from "node:worker_threads";
import type { Deadline } from "./deadline";
import type { HookEvent } from "./index";

/** The message that a thread gets to watch the hooks of an invocation. */
export interface Watched {
  readonly hooks: readonly HookEvent[];
  readonly invocation: string;
  readonly requestId: string | undefined;
  /** Who answers each hook: nobody yet, the function's own thread, or the watcher. */
  readonly claims: Int32Array;
}

/** The message that tells the watcher that the work on a hook begins. */
export interface Begun {
  readonly kind: "begun";
  readonly at: number;
  readonly deadline: Deadline;
}
/** The message that the heartbeats of a hook must end. */
export interface Quiet {
  readonly kind: "quiet";
  readonly at: number;
}
/** The message by which the watcher tells that it has answered a hook. */
export interface Answered {
  readonly at: number;
  readonly note: string | undefined;
  readonly problem: string | undefined;
}

export const claim = { open: 0, ours: 1, watchers: 2 };

/** The watching thread, as the function's own thread sees it. */
export interface Watcher {
  /** Settles when it can answer whatever the function does, or is gone, or after so many milliseconds. */
  ready(limit: number): Promise<void>;
  begin(begun: Omit<Begun, "kind">): void;
  quiet(at: number): void;
  /** Whether this thread must answer a hook; if not, the watcher has done so or does. */
  claims(at: number): boolean;
  /** Settles when the watcher has answered a hook, or is gone. */
  answered(at: number): Promise<Answered>;
  stop(): Promise<void>;
}

/**
 * Starts a thread that answers Failed for a function that blocks its own thread (`execFileSync`, an endless loop), and
 * that sends the heartbeats meanwhile.
 */
export function startWatcher(hooks: readonly HookEvent[], invocation: string, requestId: string | undefined): Watcher {
  const claims = new Int32Array(new SharedArrayBuffer(4 * hooks.length));
  const plain = hooks.map((hook) => ({ ...hook, event: undefined }));
  const watched: Watched = { hooks: plain, invocation, requestId, claims };
  const worker = new Worker(`${__dirname}/lambda-worker.js`, { workerData: watched });
  const heard = new Map<number, Answered>();
  const waiting = new Map<number, (answered: Answered) => void>();
  let isGone = false;
  const can = new Promise<void>((resolve) =>
    worker.once("message", resolve).once("error", resolve).once("exit", resolve),
  );
  worker.on("message", (answered: Answered | "ready") => {
    if (answered === "ready") return;
    heard.set(answered.at, answered);
    waiting.get(answered.at)?.(answered);
  });
  worker.on("error", gone).on("exit", gone);

  function gone(): void {
    isGone = true;
    for (const [at, settle] of waiting) settle(unknown(at));
  }
  return {
    ready: (limit) => Promise.race([can, new Promise<void>((resolve) => setTimeout(resolve, limit).unref())]),
    begin: (begun) => {
      worker.postMessage({ kind: "begun", ...begun } satisfies Begun);
    },
    quiet: (at) => {
      worker.postMessage({ kind: "quiet", at } satisfies Quiet);
    },
    claims: (at) => isGone || Atomics.compareExchange(claims, at, claim.open, claim.ours) !== claim.watchers,
    answered: (at) => {
      const known = heard.get(at) ?? (isGone ? unknown(at) : undefined);
      return known ? Promise.resolve(known) : new Promise((resolve) => waiting.set(at, resolve));
    },
    stop: async () => {
      await worker.terminate();
    },
  };
}

function unknown(at: number): Answered {
  return { at, note: undefined, problem: "the thread that was to answer it has ended" };
}
