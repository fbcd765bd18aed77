import type { RetryStrategyV2, UserAgent } from "@smithy/types";
import { STATUS_CODES } from "node:http";
import { version } from "../../package.json";
import { Failure, isFailure } from "../failure/failure";
import { checkRegionName } from "./region-name";
import { createRequestHandler } from "../transport/handler";
import { isRetried } from "../transport/retried";
import { counted, retryStrategy } from "../transport/retry";
import type { Credentials, Io, Settings } from "../types";

/** The settings and keys of a call; a call without credentials is not signed. */
export interface Caller {
  readonly settings: Settings;
  readonly io: Io;
  readonly credentials?: Credentials;
}

/** All that an SDK client needs, so that it looks for nothing by itself: no files, no environment, no providers. */
export function configFor(service: string, { settings, io, credentials }: Caller, region = settings.region) {
  checkRegionName(region);
  const { endpointUrl, useFips, useDualstack } = settings.endpointOf(service);
  const userAgent: UserAgent = [
    ["aws-lifecycle-hooks", version],
    ...settings.userAgent.map((part): [string] => [part]),
  ];
  return {
    region,
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    useFipsEndpoint: useFips,
    useDualstackEndpoint: useDualstack,
    requestHandler: createRequestHandler(settings.transport, io.trace),
    retryStrategy: inOurTerms(retryStrategy({ settings, trace: io.trace })),
    maxAttempts: settings.retries.maxAttempts,
    disableClockSkewCorrection: false,
    defaultUserAgentProvider: () => Promise.resolve(userAgent),
    ...(credentials && { credentials }),
  };
}

function inOurTerms(strategy: RetryStrategyV2): RetryStrategyV2 {
  return {
    ...strategy,
    refreshRetryTokenForRetry: (token, info) => {
      const known = { ...info, error: toFailure(info.error as CallError, "") } as typeof info;
      return strategy.refreshRetryTokenForRetry(token, known);
    },
  };
}

/**
 * Returns what a client answers. Throws the service's own error as a Failure, or what kept the service from answering.
 */
export async function called<Answer>(
  operation: string,
  answer: Promise<Answer>,
  { settings }: Caller,
): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw counted(toFailure(error as CallError, operation), settings.retries);
  }
}

/** An error of the SDK's clients. */
interface CallError extends Error {
  /** The answer's code, if the error's name is the SDK's. */
  readonly Code?: string;
  /** Present only in errors that could be read. */
  readonly $fault?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** The error as a Failure. An answer that could not be read as an error is known by its status alone. */
function toFailure(error: CallError, operation: string): Error {
  const { Code, name, message, $fault, $metadata = {} } = error;
  const status = $metadata.httpStatusCode;
  if (isFailure(error) || status === undefined) return error;
  const isRead = $fault !== undefined && name !== "Unknown";
  const code = Code ?? (isRead ? name : String(status));
  const data =
    status < 300
      ? ({ kind: "answer-foreign", status, expected: "readable", start: "" } as const)
      : ({
          kind: "service-error",
          code,
          message: isRead ? message : (STATUS_CODES[status] ?? ""),
          operation,
          status,
          isTransient: isRetried(status, code, "standard"),
          permissions: [],
          retries: undefined,
        } as const);
  return Object.assign(new Failure(data, { cause: error }), { $metadata });
}
