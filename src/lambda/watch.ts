import { parentPort, workerData } from "node:worker_threads";
import { processIo } from "../io/process";
import type { Io } from "../types";
import { callTime, now, type Deadline } from "./deadline";
import { keepAlive } from "./heartbeat";
import type { HookEvent } from "./index";
import { hideNames } from "./hide";
import { lastCall } from "./last-call";
import { writeLine } from "./log";
import { killMarked } from "./strays";
import { blocked } from "./watch-words";
import { claim, type Answered, type Begun, type Watched } from "./watcher";

/** Milliseconds that the function's own thread has to answer by itself when the time is up, at most. */
const courtesy = 500;

/** Watches over the hooks of an invocation, in a thread of its own, until it is ended from outside. */
export function watch(): void {
  const watched = workerData as Watched;
  const io = processIo();
  for (const hook of watched.hooks) hideNames(hook, io.trace);
  const actions = watched.hooks.filter((hook) => hook.kind === "autoscaling");
  keepAlive(actions, { io, stop: new AbortController().signal });
  parentPort?.on("message", ({ at, deadline }: Begun) => {
    const lag = Math.min(courtesy, (deadline.end - deadline.work) / 10);
    setTimeout(() => void timeUp(watched, { at, deadline }, io), deadline.work + lag - now());
  });
}

async function timeUp(
  { hooks, claims, invocation, requestId }: Watched,
  { at, deadline }: Begun,
  io: Io,
): Promise<void> {
  const hook = hooks[at];
  if (!hook || Atomics.compareExchange(claims, at, claim.open, claim.watchers) !== claim.open) return;
  // a process that the function waits for, without letting others run, ends here, and the function goes on
  killMarked(invocation);
  const answered = await answer(hook, { at, deadline }, io);
  parentPort?.postMessage(answered);
  const text = `${answered.problem ?? answered.note ?? "reported as failed"}: ${blocked}`;
  setTimeout(
    () => {
      writeLine([{ level: "ERROR", text, hook }], requestId, io);
    },
    deadline.end - 200 - now(),
  );
}

async function answer(
  hook: HookEvent,
  { at, deadline }: { at: number; deadline: Deadline },
  io: Io,
): Promise<Answered> {
  if (hook.kind === "ecs") return { at, note: undefined, problem: undefined };
  try {
    const call = await lastCall(hook, io);
    const { note } = await call.make(false, callTime(deadline));
    return { at, note, problem: undefined };
  } catch (error) {
    return { at, note: undefined, problem: (error as Error).message };
  }
}
