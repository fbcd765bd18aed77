import { Failure } from "../failure/failure";
import { textIn } from "../config-file/section";
import { expandUser } from "../python/expand-path";
import type { Globals, Io, Proxies, TransportSettings } from "../types";
import { hideUser, withoutUser } from "../io/url-user";
import type { Sources } from "./lookup";

/** The longest time that a timer of Node can be set to, in milliseconds; a longer one would go off at once. */
const longestTimer = 2 ** 31 - 1;
const usualTimeout = 60;
const usualAttemptTimeout = 300;

/** The settings of the transport. Timeouts are given in seconds and kept in milliseconds; 0 is no limit. */
export function resolveTransport(globals: Globals, sources: Sources): TransportSettings {
  const readTimeout = milliseconds("read", globals.readTimeout ?? usualTimeout);
  const connectTimeout = milliseconds("connect", globals.connectTimeout ?? usualTimeout);
  return {
    connectTimeout,
    readTimeout,
    attemptTimeout: readTimeout && Math.max(attemptTimeout(sources.io.env), readTimeout),
    verifySsl: globals.verifySsl,
    caBundle: caBundle(globals.caBundle, sources),
    proxies: resolveProxies(sources.io),
  };
}

function milliseconds(timer: "read" | "connect", seconds: number): number {
  if (seconds < 0) throw new Failure({ kind: "timeout-negative", timer, seconds });
  return Math.min(seconds * 1000, longestTimer);
}

/**
 * The time limit of an attempt, in milliseconds. `AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT`, in seconds, is there to try the
 * limit out.
 */
function attemptTimeout(env: Io["env"]): number {
  const seconds = Number(env["AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT"] || usualAttemptTimeout);
  return Math.min((seconds > 0 ? seconds : usualAttemptTimeout) * 1000, longestTimer);
}

/**
 * The file of the authorities, in botocore's order. An empty name counts as none: aws-cli would then verify nothing.
 */
function caBundle(flag: string | undefined, { io, profile }: Sources): string | undefined {
  const path =
    flag || io.env["AWS_CA_BUNDLE"] || textIn(profile.values, "ca_bundle") || io.env["REQUESTS_CA_BUNDLE"] || undefined;
  return path === undefined ? undefined : expandUser(path, io.env);
}

/**
 * The proxies of the environment, by the rules of Python's `getproxies_environment`: a variable in lower case beats one
 * in another case, and cancels it if it is empty; under CGI, `HTTP_PROXY` is a request's header and is not read.
 */
function resolveProxies({ env, trace }: Io): Proxies {
  const names = Object.keys(env).filter((name) => name.toLowerCase().endsWith("_proxy"));
  const variable = (name: string): string | undefined => {
    if (env[name] !== undefined) return env[name] || undefined;
    if (name === "http_proxy" && env["REQUEST_METHOD"] !== undefined) return undefined;
    const found = names.findLast((key) => key.toLowerCase() === name && env[key]);
    return found === undefined ? undefined : env[found];
  };
  const proxies = { http: variable("http_proxy"), https: variable("https_proxy"), bypass: variable("no_proxy") };
  for (const proxy of [proxies.http, proxies.https]) hideUser(proxy, trace);
  trace.log(() => {
    const [http, https] = [proxies.http, proxies.https].map((proxy) => proxy && withoutUser(proxy));
    return `proxies ${JSON.stringify({ ...proxies, http, https })}`;
  });
  return proxies;
}
