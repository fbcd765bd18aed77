import { expect, test } from "@jest/globals";
import { Failure, type FailureData } from "../../src/failure/failure";
import { isRetried } from "../../src/transport/retried";
import { backoff, counted } from "../../src/transport/retry";

/** What aws-cli 1.45 retries, `l` in legacy mode and `s` in the standard and adaptive ones. */
test.each([
  [429, "Foo", "l"],
  [429, "TooManyRequestsException", "ls"],
  [500, "Foo", "ls"],
  [501, "Foo", ""],
  [502, "Foo", "ls"],
  [503, "Foo", "ls"],
  [504, "Foo", "ls"],
  [509, "Foo", "l"],
  [400, "Foo", ""],
  [408, "Foo", ""],
  [400, "Throttling", "ls"],
  [403, "Throttling", "s"],
  [400, "ThrottlingException", "ls"],
  [400, "ThrottledException", "ls"],
  [400, "RequestThrottledException", "ls"],
  [400, "ProvisionedThroughputExceededException", "ls"],
  [400, "SlowDown", "s"],
  [400, "RequestLimitExceeded", "s"],
  [400, "LimitExceededException", "s"],
  [400, "LimitExceeded", ""],
  [400, "RequestTimeout", "s"],
  [400, "PriorRequestNotComplete", "s"],
  [400, "RequestExpired", ""],
])("status %d with %s is retried in %j", (status, code, modes) => {
  const retrying = (["legacy", "standard", "adaptive"] as const).filter((mode) => isRetried(status, code, mode));
  expect(retrying).toEqual([
    ...(modes.includes("l") ? ["legacy"] : []),
    ...(modes.includes("s") ? ["standard", "adaptive"] : []),
  ]);
});

test.each([
  [1, 0, 0],
  [1, 0.5, 0.5],
  [2, 1, 2],
  [3, 0.5, 2],
  [5, 1, 16],
  [6, 1, 20],
  [1000, 1, 20],
])("after attempt %d the wait, at random %d, is %d s", (attempt, random, wait) => {
  expect(backoff(attempt, random)).toBe(wait);
});

const failed = (code: string, status: number): FailureData => ({
  kind: "service-error",
  code,
  message: "",
  operation: "Op",
  status,
  isTransient: false,
  permissions: [],
  retries: undefined,
});

/** `(reached max retries: N)` stands where botocore adds it. */
test.each([
  ["legacy", 1, 1, failed("Foo", 503), 0],
  ["legacy", 3, 3, failed("Foo", 503), 2],
  ["legacy", 3, 3, failed("Foo", 400), undefined],
  ["legacy", 2, 3, failed("Foo", 400), undefined],
  ["standard", 1, 1, failed("Foo", 400), 0],
  ["standard", 1, 3, failed("Foo", 400), undefined],
  ["standard", 3, 3, failed("Foo", 503), 2],
  ["adaptive", 2, 2, failed("SlowDown", 400), 1],
] as const)("%s, attempt %d of %d", (mode, attempts, maxAttempts, data, retries) => {
  const error = Object.assign(new Failure(data), { $metadata: { attempts } });
  expect(counted(error, { mode, maxAttempts })).toMatchObject({ data: { ...data, retries } });
});
