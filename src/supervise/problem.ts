import { isFailure } from "../failure/failure";
import type { KnownError } from "../operations/outcome";

/** Whether a problem is a service's error that has a meaning. */
export function isKnown(problem: unknown, known: readonly KnownError[]): boolean {
  if (!isFailure(problem) || problem.data.kind !== "service-error") return false;
  const { code, message } = problem.data;
  return known.some((error) => error.code === code && message.includes(error.message ?? ""));
}

/** The code of a service's error; undefined for other problems. */
export function codeOf(problem: unknown): string | undefined {
  return isFailure(problem) && problem.data.kind === "service-error" ? problem.data.code : undefined;
}

/**
 * Whether another attempt may succeed: no for anything that the service refused for good, or that is as wrong each
 * time.
 */
export function isTransient(problem: unknown): boolean {
  if (!isFailure(problem)) return true;
  const { data } = problem;
  if (data.kind === "service-error") return data.isTransient;
  if (data.kind === "credentials-expired") return !data.isFixed;
  return !["parameters-invalid", "proxy-unusable", "request-unsendable"].includes(data.kind);
}

/**
 * Whether the attempt may have done its work although nobody said so: the connection broke after it was open, time ran
 * out, the answer was not the service's, or the service failed on the way.
 */
export function isWithoutVerdict(problem: unknown): boolean {
  if (!isFailure(problem)) return false;
  const { data } = problem;
  switch (data.kind) {
    case "connection-closed":
    case "read-timeout":
    case "attempt-timeout":
    case "report-attempt-late":
    case "answer-too-large":
    case "answer-foreign":
      return true;
    case "service-error":
      return data.status >= 500;
    default:
      return false;
  }
}
