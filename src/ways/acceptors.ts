import { isFailure, type FailureData } from "../failure/failure";
import type { Acceptor } from "../operations/model";
import { isStrictEqual } from "../output/query-types";
import { isList } from "../python/value";
import type { Response } from "../types";
import type { Search } from "./progress";

/** An error that the service answered. */
export type ServiceError = Extract<FailureData, { readonly kind: "service-error" }>;

/** The result of a poll: an answer, or an error that the service answered. */
export type Polled = { readonly answer: Response } | { readonly error: ServiceError };

/** The first acceptor that fits what was polled, matched as botocore's waiter does. */
export function accepted(polled: Polled, acceptors: readonly Acceptor[], search: Search): Acceptor | undefined {
  return acceptors.find((acceptor) => matches(polled, acceptor, search));
}

function matches(polled: Polled, { matcher, argument = "", expected }: Acceptor, search: Search): boolean {
  const error = "error" in polled ? polled.error : undefined;
  if (matcher === "status") return (error?.status ?? 200) === expected;
  if (matcher === "error")
    return typeof expected === "boolean" ? Boolean(error) === expected : error?.code === expected;
  if ("error" in polled) return false;
  const found = search(argument, polled.answer);
  if (matcher === "path") return isStrictEqual(found, expected);
  if (!isList(found) || found.length === 0) return false;
  return matcher === "pathAll"
    ? found.every((item) => isStrictEqual(item, expected))
    : found.some((item) => isStrictEqual(item, expected));
}

/** The service's error that was thrown. Throws anything else again. */
export function serviceErrorOf(error: unknown): ServiceError {
  if (isFailure(error) && error.data.kind === "service-error") return error.data;
  throw error;
}
