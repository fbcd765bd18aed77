import type { Trace } from "./trace";

/**
 * The part of a URL before its authority, as people type it: a scheme, only slashes, or nothing. (Here and below
 * the flag `i` would take V8 a tenth of a millisecond in every run with an endpoint.)
 */
const beginning = /^\s*(?:[Hh][Tt][Tt][Pp][Ss]?:\/*|[A-Za-z][\w+.-]*:\/+|\/+)?/;

/**
 * Authorities that are certainly hosts, whatever follows them: an address or `localhost` with or without a port, a name
 * with dots.
 */
const plainHost =
  /^(?:(?:[Ll][Oo][Cc][Aa][Ll][Hh][Oo][Ss][Tt]|\d+(?:\.\d+){3}|\[[^\]@]*\])(?::\d*)?|[\w-]+(?:\.[\w-]+)+)$/;

interface Parts {
  readonly before: string;
  /** User and password as they were typed. */
  readonly user: string;
  readonly after: string;
}

/**
 * A URL with `***` in place of its user and password (botocore's `mask_proxy_url`). It also accepts texts that are not
 * URLs: secrets with slashes, at signs, quotes or blanks that were not encoded, a user alone, a missing host. In doubt,
 * text counts as a secret.
 */
export function withoutUser(url: string): string {
  const parts = partsOf(url);
  if (!parts) return url;
  return `${parts.before}${parts.user.includes(":") ? "***:***" : "***"}${parts.after}`;
}

/** Keeps the user and the password of a URL out of everything that is printed from now on. */
export function hideUser(url: string | undefined, trace: Trace): void {
  if (!url) return;
  const { user = "", after } = partsOf(url) ?? {};
  const [, password] = /:(.*)/s.exec(user) ?? [];
  for (const secret of [user, password]) {
    trace.hide(secret);
    if (after === "") trace.hide(secret?.replace(/[/?#].*/s, ""));
  }
  if (user === "" || !URL.canParse(url)) return;
  const parsed = new URL(url);
  trace.hide(parsed.password || parsed.username);
}

function partsOf(url: string): Parts | undefined {
  const before = beginning.exec(url)?.[0] ?? "";
  const rest = url.slice(before.length);
  const authority = rest.slice(0, rest.search(/[/?#]|$/));
  if (plainHost.test(authority)) return undefined;
  const at = rest.lastIndexOf("@");
  if (at >= 0) return { before, user: rest.slice(0, at), after: rest.slice(at) };
  const isAddress = authority.startsWith("[") || /^[^:]*(?::\d*)?$/.test(authority);
  return isAddress ? undefined : { before, user: rest, after: "" };
}
