import type { RetrySettings } from "../types";

/** The codes of throttling, and one of STS, that `legacy` retries only with status 400. */
const legacyCodes = [
  "Throttling",
  "ThrottlingException",
  "ThrottledException",
  "RequestThrottledException",
  "ProvisionedThroughputExceededException",
  "IDPCommunicationError",
];

const legacyStatuses = [429, 500, 502, 503, 504, 509];
const standardStatuses = [500, 502, 503, 504];

/** The codes that `standard` and `adaptive` retry with any status. */
const standardCodes = [
  ...legacyCodes,
  "TooManyRequestsException",
  "RequestThrottled",
  "RequestLimitExceeded",
  "BandwidthLimitExceeded",
  "LimitExceededException",
  "SlowDown",
  "PriorRequestNotComplete",
  "TransactionInProgressException",
  "EC2ThrottledException",
  "RequestTimeout",
  "RequestTimeoutException",
];

/** Whether a mode retries after an error of the service (botocore's `_retry.json` for legacy, `retries/standard.py` for the others). */
export function isRetried(status: number, code: string, mode: RetrySettings["mode"]): boolean {
  if (mode === "legacy") return legacyStatuses.includes(status) || (status === 400 && legacyCodes.includes(code));
  return standardStatuses.includes(status) || standardCodes.includes(code);
}
