import { Failure } from "../failure/failure";
import type { Problem, Settings } from "../types";

/**
 * The smallest lengths, and for numbers the smallest values, in requests to STS (API reference: AssumeRole,
 * AssumeRoleWithWebIdentity).
 */
const minimums: Readonly<Record<string, number>> = {
  RoleArn: 20,
  RoleSessionName: 2,
  ExternalId: 2,
  SerialNumber: 9,
  TokenCode: 6,
  WebIdentityToken: 4,
  DurationSeconds: 900,
};

/**
 * Throws a Failure for a request that STS would refuse, as aws-cli does before it asks, unless checks are off. It knows
 * only the minimums.
 */
export function checkLimits(input: Readonly<Record<string, string | number>>, { validateParameters }: Settings): void {
  if (!validateParameters) return;
  const problems = Object.entries(input).flatMap(([member, value]): Problem[] => {
    const limit = minimums[member] ?? 0;
    if (typeof value === "number")
      return value < limit ? [{ kind: "range", path: member, value, bound: "min", limit }] : [];
    const { length } = Array.from(value);
    return length < limit ? [{ kind: "length", path: member, length, bound: "min", limit }] : [];
  });
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
}
