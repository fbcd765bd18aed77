import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "../operations/outcome";
import type { CallRequest, Response } from "../types";
import { attempt, singleAttempt } from "./attempt";
import type { Keys } from "./keys";
import { codeOf, isKnown, isTransient, isWithoutVerdict } from "./problem";

/** The means of the last call. */
export interface Delivery {
  readonly outcome: Pick<Outcome, "doneAlready">;
  readonly request: CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  readonly keys: Keys;
  /** The time limit of all attempts together, in milliseconds. */
  readonly limit: number;
}

/**
 * The result. `made`: an attempt of this run made the call; `code` is there if only the service said so, about an
 * attempt that had no answer. `done-before`: the service says with `code` that it is over, and this run did not do it.
 */
export type Delivered =
  | { readonly kind: "made"; readonly code: string | undefined }
  | { readonly kind: "done-before"; readonly code: string; readonly problem: unknown }
  | { readonly kind: "not-made"; readonly problem: unknown };

/**
 * Times in milliseconds: for one attempt, so that a connection that hangs leaves time for others; for the pauses
 * between attempts; and the time that is too short to try again.
 */
const times = { attempt: 10_000, firstPause: 200, longestPause: 2000, least: 500 };

/**
 * Makes the last call: tries until it is made, refused for good or out of time. An attempt without a verdict is also
 * repeated, because the service then says that it was done already. After such an attempt, and only then, that counts
 * as made.
 */
export async function deliver({ outcome, request, send, keys, limit }: Delivery): Promise<Delivered> {
  const end = performance.now() + limit;
  let mayBeMade = false;
  for (let pause = times.firstPause; ; pause = Math.min(2 * pause, times.longestPause)) {
    const sending = { isDone: false };
    const onSend = (): void => {
      sending.isDone = true;
    };
    try {
      const time = Math.min(times.attempt, end - performance.now());
      const settings = singleAttempt(request.settings, time);
      await attempt({ ...request, settings }, { send, keys, time, onSend });
      return { kind: "made", code: undefined };
    } catch (problem) {
      const code = codeOf(problem);
      if (code !== undefined && isKnown(problem, outcome.doneAlready.errors)) {
        return mayBeMade ? { kind: "made", code } : { kind: "done-before", code, problem };
      }
      mayBeMade ||= sending.isDone && isWithoutVerdict(problem);
      const isLost = keys.areDead() || (!isTransient(problem) && !keys.areRefused(code));
      if (isLost || performance.now() + pause + times.least > end) return { kind: "not-made", problem };
      request.trace.log(`the call was not made; next attempt in ${pause} ms at most`);
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  }
}
