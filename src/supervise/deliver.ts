import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "../operations/operation";
import { Failure, isFailure } from "../failure/failure";
import type { CallRequest, Credentials, Response } from "../types";
import { createKeys } from "./keys";

/** What a report is made with. */
export interface Delivery {
  readonly outcome: Outcome;
  readonly request: CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  /** Looks for the credentials anew. */
  readonly renew: () => Promise<Credentials>;
  /** Milliseconds for the whole of it. */
  readonly limit: number;
}

/** That the report was made (with the service's error code if one was there before), or what kept it from being made. */
export type Delivered =
  { readonly isMade: true; readonly code: string | undefined } | { readonly isMade: false; readonly problem: unknown };

/**
 * Milliseconds: for one attempt, so that a connection that hangs leaves time for others; by how much the transport's own
 * limits, which say more, come before that; the pauses between attempts; what is too short to try again.
 */
const times = { attempt: 10_000, lead: 100, firstPause: 200, longestPause: 2000, least: 500 };

/**
 * Makes the report, trying until it is made, refused for good or out of time. An attempt whose answer was lost is repeated
 * too, as the service then says that it has a report already.
 */
export async function deliver({ outcome, request, send, renew, limit }: Delivery): Promise<Delivered> {
  const end = performance.now() + limit;
  const keys = createKeys(request.credentials, renew);
  for (let pause = times.firstPause; ; pause = Math.min(2 * pause, times.longestPause)) {
    try {
      await within(Math.min(times.attempt, end - performance.now()), async (time, signal) => {
        const credentials = await keys.current();
        await send({ ...request, credentials, signal, settings: once(request, time - times.lead) });
      });
      return { isMade: true, code: undefined };
    } catch (problem) {
      const code = serviceErrorCode(problem);
      if (code && outcome.doneAlready.includes(code)) return { isMade: true, code };
      const isLost = !isTransient(problem) && !keys.areRefused(code);
      if (isLost || performance.now() + pause + times.least > end) return { isMade: false, problem };
      request.trace.log(`the report was not made; next attempt in ${pause} ms at most`);
      await sleep(pause * (0.5 + Math.random() / 2));
    }
  }
}

/** Settings for a single attempt within a time in milliseconds. */
function once({ settings }: CallRequest, time: number): CallRequest["settings"] {
  const shorter = (limit: number): number => Math.min(limit || time, time);
  const { connectTimeout, readTimeout, attemptTimeout } = settings.transport;
  const transport = {
    ...settings.transport,
    connectTimeout: shorter(connectTimeout),
    readTimeout: shorter(readTimeout),
    attemptTimeout: shorter(attemptTimeout),
  };
  return { ...settings, transport, retries: { ...settings.retries, maxAttempts: 1 } };
}

/** Gives work its time in milliseconds, and no more, whether it heeds the signal or not. */
async function within(time: number, work: (time: number, signal: AbortSignal) => Promise<void>): Promise<void> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const failure = new Failure({ kind: "report-attempt-late", seconds: Math.round(time / 1000) });
      controller.abort(failure);
      reject(failure);
    }, time);
  });
  try {
    await Promise.race([work(time, controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}

function serviceErrorCode(problem: unknown): string | undefined {
  return isFailure(problem) && problem.data.kind === "service-error" ? problem.data.code : undefined;
}

/** Whether another attempt may go better: all but what the service refused for good. */
function isTransient(problem: unknown): boolean {
  return !isFailure(problem) || problem.data.kind !== "service-error" || problem.data.isTransient;
}
