import type { Command } from "commander";
import { Failure } from "../failure/failure";
import { withoutUser } from "../io/url-user";
import type { Globals } from "../types";
import { parseInteger } from "../python/int";

/** The global options that aws-cli checks before it reads the timeouts. */
export type EarlyGlobals = Omit<Globals, "readTimeout" | "connectTimeout">;

/** The global options as Commander keeps them. */
interface Options {
  readonly debug?: true;
  readonly "endpoint-url"?: string;
  readonly "no-verify-ssl"?: true;
  readonly "no-paginate"?: true;
  readonly output?: string;
  readonly query?: string;
  readonly profile?: string;
  readonly region?: string;
  readonly color?: "on" | "off" | "auto";
  readonly "no-sign-request"?: true;
  readonly "ca-bundle"?: string;
  readonly "cli-read-timeout"?: string;
  readonly "cli-connect-timeout"?: string;
}

/** The global options except the timeouts. */
export function earlyGlobals(tool: Command): EarlyGlobals {
  const options = tool.opts<Options>();
  return {
    debug: options.debug ?? false,
    endpointUrl: options["endpoint-url"],
    verifySsl: !options["no-verify-ssl"],
    output: options.output,
    query: options.query,
    profile: options.profile,
    region: options.region,
    color: options.color ?? "auto",
    signRequest: !options["no-sign-request"],
    caBundle: options["ca-bundle"],
    paginate: !options["no-paginate"],
  };
}

/** All global options. Throws a Failure for a timeout that is not an integer. */
export function allGlobals(tool: Command): Globals {
  const options = tool.opts<Options>();
  return {
    ...earlyGlobals(tool),
    readTimeout: seconds("read", options["cli-read-timeout"]),
    connectTimeout: seconds("connect", options["cli-connect-timeout"]),
  };
}

/** Refuses an endpoint without a scheme, as aws-cli does before it looks at the operation (Python's `urlparse`). */
export function checkEndpointUrl(url: string): void {
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(url)) return;
  throw new Failure({ kind: "endpoint-url-invalid", url: withoutUser(url), problem: "scheme is missing" });
}

function seconds(phase: "read" | "connect", text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = parseInteger(text);
  if (value === undefined) throw new Failure({ kind: "timeout-invalid", phase, value: text });
  return value;
}
