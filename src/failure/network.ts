import { mayHaveBeenMade, other, type Table } from "./report";

/** What can go wrong with the network. */
export type NetworkFailure =
  /* `url` is the request's; a proxy is shown without its password; limits are bytes */
  | { readonly kind: "endpoint-unreachable"; readonly url: string }
  | { readonly kind: "proxy-unreachable"; readonly proxy: string }
  | { readonly kind: "connect-timeout"; readonly url: string }
  | { readonly kind: "read-timeout"; readonly url: string }
  | { readonly kind: "attempt-timeout"; readonly url: string; readonly seconds: number }
  | { readonly kind: "tls-failed"; readonly url: string; readonly problem: string }
  | { readonly kind: "ca-bundle-unusable"; readonly url: string; readonly path: string; readonly problem: string }
  | { readonly kind: "connection-closed"; readonly url: string; readonly answered: boolean }
  | { readonly kind: "answer-too-large"; readonly url: string; readonly limit: number }
  | { readonly kind: "answer-foreign"; readonly status: number; readonly expected: string; readonly start: string };

/** The words of each of them. */
export const networkTable: Table<NetworkFailure> = {
  "endpoint-unreachable": (failure) => other(`Could not connect to the endpoint URL: "${failure.url}"`),
  "proxy-unreachable": (failure) => other(`Failed to connect to proxy URL: "${failure.proxy}"`),
  "connect-timeout": (failure) => other(`Connect timeout on endpoint URL: "${failure.url}"`),
  "read-timeout": (failure) => other(`Read timeout on endpoint URL: "${failure.url}"`),
  "attempt-timeout": (failure) =>
    other(
      `No complete answer within ${failure.seconds} second${failure.seconds === 1 ? "" : "s"} from endpoint URL: "${failure.url}". ${mayHaveBeenMade}`,
    ),
  "tls-failed": (failure) => other(`SSL validation failed for ${failure.url} ${failure.problem}`),
  "ca-bundle-unusable": (failure) =>
    other(`SSL validation failed for ${failure.url} CA bundle ${failure.path}: ${failure.problem}`),
  "connection-closed": (failure) =>
    other(
      `Connection was closed before we received a valid response from endpoint URL: "${failure.url}".` +
        (failure.answered ? ` ${mayHaveBeenMade}` : ""),
    ),
  "answer-too-large": (failure) =>
    other(`The answer from endpoint URL: "${failure.url}" is longer than ${failure.limit} bytes. ${mayHaveBeenMade}`),
  "answer-foreign": (failure) =>
    other(
      `Unable to parse response (not ${failure.expected}): the answer with status ${failure.status} is not the service's. ` +
        `${mayHaveBeenMade}${failure.start && ` It begins:\n${failure.start}`}`,
    ),
};
