import { isFailure } from "../failure/failure";
import { loadOperation } from "../operations/load";
import type { CallRequest, Io, Response } from "../types";
import type { AutoScalingHookEvent, HookEvent } from "./index";
import { actionOf } from "./last-call";
import { serviceCall } from "./service-call";

/** The seconds between two heartbeats if the hook's timeout cannot be known, and after one that failed. */
const times = { unknown: 15, again: 5 };

/** The heartbeats of an invocation's hooks. */
export interface Heartbeats {
  /** Ends the heartbeats of one hook, by its place from 0, or of all. */
  stop(at?: number): void;
}

/**
 * Keeps the hooks alive that are lifecycle actions: one heartbeat at once, and then one after each half of the hook's
 * HeartbeatTimeout, give or take a tenth. One that fails is soon tried again; none ever decides how a hook ends.
 */
export function keepAlive(hooks: readonly HookEvent[], io: Io): Heartbeats {
  const stops = hooks.map((hook) => {
    const controller = new AbortController();
    if (hook.kind === "autoscaling") void beat(hook, { io, stop: controller.signal }).catch(() => undefined);
    return controller;
  });
  return {
    stop: (at) => {
      for (const controller of at === undefined ? stops : stops.slice(at, at + 1)) controller.abort();
    },
  };
}

async function beat(hook: AutoScalingHookEvent, { io, stop }: { io: Io; stop: AbortSignal }): Promise<void> {
  const { operation } = await loadOperation({ word: "record-lifecycle-action-heartbeat" });
  const { request, send } = await serviceCall(operation, actionOf(hook), io);
  const period = periodOf(hook, { io, stop });
  while (!stop.aborted) {
    const isMade = await isAccepted({ ...request, signal: stop }, send);
    const half = (await period) / 2;
    await pause((isMade ? half : Math.min(times.again, half / 4)) * (0.9 + Math.random() / 5), stop);
  }
}

async function isAccepted(request: CallRequest, send: (request: CallRequest) => Promise<Response>): Promise<boolean> {
  try {
    await send(request);
    return true;
  } catch {
    return false;
  }
}

/** The hook's HeartbeatTimeout in seconds, or twice the usual pause if it cannot be read. */
async function periodOf(hook: AutoScalingHookEvent, { io, stop }: { io: Io; stop: AbortSignal }): Promise<number> {
  const { autoScalingGroupName: AutoScalingGroupName, lifecycleHookName } = hook;
  try {
    const { operation } = await loadOperation({ word: "describe-lifecycle-hooks" });
    const params = { AutoScalingGroupName, LifecycleHookNames: [lifecycleHookName] };
    const { request, send } = await serviceCall(operation, params, io);
    const answer = await send({ ...request, signal: stop });
    const [described] = answer["LifecycleHooks"] as readonly [{ readonly HeartbeatTimeout?: number }];
    return described.HeartbeatTimeout ?? 2 * times.unknown;
  } catch (error) {
    io.trace.log(isFailure(error) ? error.data.kind : String(error));
    return 2 * times.unknown;
  }
}

/** Waits until the time is over or the stop comes. */
function pause(seconds: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, seconds * 1000);
    stop.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      stop.removeEventListener("abort", done);
      resolve();
    }
  });
}
