import { parentPort, workerData } from "node:worker_threads";
import { processIo } from "../io/process";
import type { Io } from "../types";
import { callTime, now, type Deadline } from "./deadline";
import { keepAlive, type Heartbeats } from "./heartbeat";
import type { HookEvent } from "./index";
import { hideNames } from "./hide";
import { lastCall, type LastCall } from "./last-call";
import { writeLine } from "./log";
import { killMarked } from "./strays";
import { blocked } from "./watch-words";
import { claim, type Answered, type Begun, type Quiet, type Watched } from "./watcher";

/** The time, in milliseconds, that the function's own thread has at most to answer by itself when the time is up. */
const courtesy = 500;

/** A hook that is watched; its call is ready before its function begins. */
interface Guarded {
  readonly at: number;
  readonly hook: HookEvent;
  readonly call: Promise<LastCall | undefined>;
}

/** Watches the hooks of an invocation, in a thread of its own, until it is ended from outside. */
export async function watch(): Promise<void> {
  const watched = workerData as Watched;
  const io = processIo();
  for (const hook of watched.hooks) hideNames(hook, io.trace);
  const guarded = watched.hooks.map((hook, at): Guarded => {
    const call = hook.kind === "ecs" ? Promise.resolve(undefined) : lastCall(hook, io);
    // what keeps it from being made shows in the function's own thread too
    call.catch(() => undefined);
    return { at, hook, call };
  });
  const started: Heartbeats[] = [];
  parentPort?.on("message", (message: Begun | Quiet) => {
    if (message.kind === "quiet") {
      for (const heartbeats of started) heartbeats.stop(message.at);
      return;
    }
    const { at, deadline } = message;
    const lag = Math.min(courtesy, (deadline.end - deadline.work) / 10);
    setTimeout(() => void timeUp(watched, { guarded: guarded[at], deadline }, io), deadline.work + lag - now());
  });
  await Promise.allSettled(guarded.map(({ call }) => call));
  parentPort?.postMessage("ready");
  started.push(keepAlive(watched.hooks, io));
}

/** A hook whose time is up. */
interface Late {
  readonly guarded: Guarded | undefined;
  readonly deadline: Deadline;
}

async function timeUp({ claims, invocation, requestId }: Watched, { guarded, deadline }: Late, io: Io): Promise<void> {
  if (!guarded) return;
  const { at, hook } = guarded;
  if (Atomics.compareExchange(claims, at, claim.open, claim.watchers) !== claim.open) return;
  // a process that the function waits for, without letting others run, ends here, and the function goes on
  killMarked(invocation);
  const answered = await answer(guarded, deadline);
  parentPort?.postMessage(answered);
  const text = `${answered.problem ?? answered.note ?? "told as failed"}: ${blocked}`;
  setTimeout(
    () => {
      writeLine([{ level: "ERROR", text, hook }], requestId, io);
    },
    deadline.end - 200 - now(),
  );
}

async function answer({ at, call }: Guarded, deadline: Deadline): Promise<Answered> {
  try {
    const { note } = (await (await call)?.make(false, callTime(deadline))) ?? { note: undefined };
    return { at, note, problem: undefined };
  } catch (error) {
    return { at, note: undefined, problem: (error as Error).message };
  }
}
