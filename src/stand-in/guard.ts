import { plainAnswer, type Answer, type Received } from "./wire";

const ownHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Refuses requests that a browser's page could send, so that no page can use the stand-in: a request for another host
 * (a name that points at this machine), or one with an `Origin` or with the marks of a page. Undefined for all other
 * requests.
 */
export function refuseForeign({ headers }: Received): Answer | undefined {
  const { host = "", origin, "sec-fetch-site": site = "none" } = headers;
  if (!ownHost.test(host)) return plainAnswer(403, "Refused: the request is for another host.\n");
  if (origin !== undefined || site !== "none") return plainAnswer(403, "Refused: the request comes from a web page.\n");
  return undefined;
}
