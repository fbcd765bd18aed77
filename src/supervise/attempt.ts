import { Failure } from "../failure/failure";
import type { CallRequest, Response, Settings } from "../types";
import type { Keys } from "./keys";

/** The means of an attempt. */
interface Attempt {
  readonly send: (request: CallRequest) => Promise<Response>;
  readonly keys: Keys;
  /** Milliseconds for all of it. */
  readonly time: number;
  /** Called directly before the request may reach the service. */
  readonly onSend?: () => void;
  readonly signal?: AbortSignal;
}

/** The milliseconds by which the transport's own limits, whose errors say more, come before the attempt's limit. */
const lead = 100;

/** Makes a call whose settings are those of a single attempt, with keys that are valid now. Throws a Failure, or the signal's reason. */
export function attempt(request: CallRequest, { send, keys, time, onSend, signal }: Attempt): Promise<Response> {
  return within(time, signal, async (stop) => {
    const credentials = await keys.current();
    onSend?.();
    return send({ ...request, credentials, signal: stop });
  });
}

/** Settings for a single attempt within a time in milliseconds. */
export function singleAttempt(settings: Settings, time: number): Settings {
  const most = time - lead;
  const shorter = (limit: number): number => Math.min(limit || most, most);
  const { connectTimeout, readTimeout, attemptTimeout } = settings.transport;
  const transport = {
    ...settings.transport,
    connectTimeout: shorter(connectTimeout),
    readTimeout: shorter(readTimeout),
    attemptTimeout: shorter(attemptTimeout),
  };
  return { ...settings, transport, retries: { ...settings.retries, maxAttempts: 1 } };
}

/** Lets work take a time in milliseconds, and no more, whether it heeds the signal or not. */
async function within<Result>(
  time: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let interrupt: (() => void) | undefined;
  const late = new Promise<never>((_, reject) => {
    const end = (reason: Error): void => {
      controller.abort(reason);
      reject(reason);
    };
    timer = setTimeout(() => {
      end(new Failure({ kind: "report-attempt-late", seconds: Math.round(time / 1000) }));
    }, time);
    interrupt = () => {
      end(outer?.reason as Error);
    };
    outer?.addEventListener("abort", interrupt);
    if (outer?.aborted) interrupt();
  });
  try {
    return await Promise.race([late, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    if (interrupt) outer?.removeEventListener("abort", interrupt);
  }
}
