import { mayHaveBeenMade, secondsText, type Table } from "./report";

/** The failures of the network. */
export type NetworkFailure =
  /* `url` is the request's; a proxy is shown without its password; limits are bytes */
  | { readonly kind: "endpoint-unreachable"; readonly url: string }
  | { readonly kind: "proxy-unreachable"; readonly proxy: string; readonly problem?: string }
  /** A proxy that can never be used, because of its URL; `problem` says why. */
  | { readonly kind: "proxy-unusable"; readonly proxy: string; readonly problem: string }
  | { readonly kind: "request-unsendable"; readonly url: string; readonly problem: string }
  | { readonly kind: "connect-timeout"; readonly url: string }
  | { readonly kind: "read-timeout"; readonly url: string }
  /** `isUnsent`: the request had not been sent. */
  | { readonly kind: "attempt-timeout"; readonly url: string; readonly seconds: number; readonly isUnsent: boolean }
  | { readonly kind: "tls-failed"; readonly url: string; readonly problem: string }
  | { readonly kind: "ca-bundle-unusable"; readonly url: string; readonly path: string; readonly problem: string }
  | { readonly kind: "connection-closed"; readonly url: string; readonly answered: boolean }
  | { readonly kind: "answer-too-large"; readonly url: string; readonly limit: number }
  | { readonly kind: "answer-foreign"; readonly status: number; readonly expected: string; readonly start: string };

/** The words of each failure. */
export const networkTable: Table<NetworkFailure> = {
  "endpoint-unreachable": (failure) => `Could not connect to the endpoint URL: "${failure.url}"`,
  "proxy-unreachable": proxyText,
  "proxy-unusable": proxyText,
  "request-unsendable": (failure) => `The request to ${failure.url} cannot be sent: ${failure.problem}`,
  "connect-timeout": (failure) => `Connect timeout on endpoint URL: "${failure.url}"`,
  "read-timeout": (failure) => `Read timeout on endpoint URL: "${failure.url}"`,
  "attempt-timeout": (failure) =>
    `No complete answer within ${secondsText(failure.seconds)} from endpoint URL: "${failure.url}".` +
    (failure.isUnsent ? "" : ` ${mayHaveBeenMade}`),
  "tls-failed": (failure) => `SSL validation failed for ${failure.url} ${failure.problem}`,
  "ca-bundle-unusable": (failure) =>
    `SSL validation failed for ${failure.url} CA bundle ${failure.path}: ${failure.problem}`,
  "connection-closed": (failure) =>
    `Connection was closed before we received a valid response from endpoint URL: "${failure.url}".` +
    (failure.answered ? ` ${mayHaveBeenMade}` : ""),
  "answer-too-large": (failure) =>
    `The answer from endpoint URL: "${failure.url}" is longer than ${failure.limit} bytes. ${mayHaveBeenMade}`,
  "answer-foreign": (failure) =>
    `Unable to parse response (not ${failure.expected}): the answer with status ${failure.status} is not the service's. ` +
    `${mayHaveBeenMade}${failure.start && ` It begins:\n${failure.start}`}`,
};

function proxyText({ proxy, problem }: { readonly proxy: string; readonly problem?: string }): string {
  return `Failed to connect to proxy URL: "${proxy}"${problem === undefined ? "" : `: ${problem}`}`;
}
