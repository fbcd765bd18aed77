import { setTimeout as sleep } from "node:timers/promises";
import type { Io } from "../types";

/** The time that services count: for pauses between looks and heartbeats, and for the services' own limits. */
export interface Clock {
  /** Converts seconds to milliseconds of `performance.now()`. */
  milliseconds(seconds: number): number;
  /** Waits for some seconds, more or less by up to a share of them (`spread`). Throws the signal's reason. */
  pause(seconds: number, options?: { readonly spread?: number; readonly signal?: AbortSignal }): Promise<void>;
}

/** The longest time that Node's timers hold, in milliseconds. */
const longest = 2 ** 31 - 1;

/** A clock as fast as `AWS_LIFECYCLE_HOOKS_CLOCK_SPEED` says, for trials against a service whose time is as fast; 1 by default. */
export function createClock({ env }: Io): Clock {
  const given = Number(env["AWS_LIFECYCLE_HOOKS_CLOCK_SPEED"] ?? 1);
  const speed = given > 0 && Number.isFinite(given) ? given : 1;
  const milliseconds = (seconds: number): number => (seconds * 1000) / speed;
  return {
    milliseconds,
    pause: async (seconds, { spread = 0, signal } = {}) => {
      const time = milliseconds(seconds * (1 - spread + 2 * spread * Math.random()));
      try {
        await sleep(Math.min(time, longest), undefined, signal ? { signal } : {});
      } catch (error) {
        throw signal?.aborted ? (signal.reason as Error) : error;
      }
    },
  };
}
