import type { RetryStrategyV2, RetryToken } from "@smithy/types";
import { Failure, isFailure, type FailureData } from "../failure/failure";
import { isRetried } from "./retried";
import type { CallRequest, RetrySettings } from "../types";

/** The network faults after which another attempt may succeed; botocore retries them in every mode. */
const transientFaults: ReadonlySet<FailureData["kind"]> = new Set([
  "endpoint-unreachable",
  "proxy-unreachable",
  "connect-timeout",
  "read-timeout",
  "attempt-timeout",
  "tls-failed",
  "connection-closed",
] as const);

/** The codes of errors that a wrong clock may cause. */
const clockCodes = [
  "AuthFailure",
  "InvalidSignatureException",
  "RequestExpired",
  "RequestInTheFuture",
  "RequestTimeTooSkewed",
  "SignatureDoesNotMatch",
];

/** Whether a mode retries after a failure. */
function isWorthRetry(failure: FailureData, mode: RetrySettings["mode"]): boolean {
  return failure.kind === "service-error"
    ? isRetried(failure.status, failure.code, mode)
    : transientFaults.has(failure.kind);
}

/** The wait in seconds after attempt number `attempt`: a random part of 1, 2, 4, 8, 16, 20, 20 …, as in botocore. */
export function backoff(attempt: number, random: number): number {
  return random * Math.min(2 ** (attempt - 1), 20);
}

/**
 * The retries that are reported with a failure after `attempts` attempts: modes other than `legacy` report them
 * whatever the last error was.
 */
function retriesReported(
  failure: FailureData,
  attempts: number,
  { mode, maxAttempts }: RetrySettings,
): number | undefined {
  const isReported = attempts >= maxAttempts && (mode !== "legacy" || isWorthRetry(failure, mode));
  return isReported ? attempts - 1 : undefined;
}

/** An error that a client throws. A service's error also says how its retries ended. */
export function counted(error: unknown, retries: RetrySettings): unknown {
  if (!isFailure(error) || error.data.kind !== "service-error") return error;
  const { attempts = 1 } = (error as { readonly $metadata?: { readonly attempts?: number } }).$metadata ?? {};
  const failure = { ...error.data, retries: retriesReported(error.data, attempts, retries) };
  return new Failure(failure, { cause: error });
}

/** What the SDK hands from one attempt of a call to the next. */
interface Token extends RetryToken {
  readonly isClockCorrected: boolean;
}

/**
 * Decides about retries in the SDK's retry loop. After a refusal for a wrong clock, it corrects the time once in a call and
 * tries again.
 */
export function retryStrategy({ settings, trace }: Pick<CallRequest, "settings" | "trace">): RetryStrategyV2 {
  const { mode, maxAttempts } = settings.retries;
  return {
    acquireInitialRetryToken: () => Promise.resolve(tokenOf({ retries: 0 })),
    recordSuccess: () => undefined,
    refreshRetryTokenForRetry: (token, { error }) => {
      if (!isFailure(error)) throw error as Error;
      const { isClockCorrected } = token as Token;
      if (!isClockCorrected && blamesClock(error)) {
        trace.log("retrying at once with the time of the service: the clock here is wrong");
        return Promise.resolve(tokenOf({ retries: token.getRetryCount(), isClockCorrected: true }));
      }
      const attempt = token.getRetryCount() + 1;
      if (!isWorthRetry(error.data, mode) || attempt >= maxAttempts) {
        trace.log(`no retry after attempt ${attempt} of ${maxAttempts} in mode ${mode}`);
        throw error;
      }
      const wait = backoff(attempt, Math.random());
      trace.log(`retry ${attempt} of ${maxAttempts - 1} in mode ${mode} after ${wait.toFixed(3)} s`);
      return Promise.resolve(tokenOf({ retries: attempt, wait, isClockCorrected }));
    },
  };
}

/**
 * Whether the SDK blames the clock: it marks an error if the answer's date was far from the clock's time and it has
 * corrected its own.
 */
function blamesClock(error: Failure): boolean {
  const { data, $metadata } = error as Failure & { readonly $metadata?: { readonly clockSkewCorrected?: boolean } };
  return data.kind === "service-error" && clockCodes.includes(data.code) && $metadata?.clockSkewCorrected === true;
}

/** `wait` is in seconds; the SDK waits. */
function tokenOf({
  retries,
  wait = 0,
  isClockCorrected = false,
}: {
  retries: number;
  wait?: number;
  isClockCorrected?: boolean;
}): Token {
  return { getRetryCount: () => retries, getRetryDelay: () => wait * 1000, isClockCorrected };
}
