import { dataOf, Failure, isFailure } from "../failure/failure";
import { withoutUser } from "../io/url-user";
import { exchange, type Answer } from "../transport/exchange";
import { plan } from "../transport/plan";
import type { TransportSettings } from "../types";

/**
 * aws-cli's own transport for values: no proxy, the default authorities, and a minute, whatever is configured for the
 * service.
 */
const transport: TransportSettings = {
  connectTimeout: 60_000,
  readTimeout: 60_000,
  attemptTimeout: 300_000,
  verifySsl: true,
  caBundle: undefined,
  proxies: { http: undefined, https: undefined, bypass: undefined },
};

/** The text at a URL. Throws a Failure that names the option, the URL and the cause; a redirect is not followed. */
export async function fetchText(option: string, typed: string): Promise<string> {
  const url = withoutUser(typed);
  try {
    const answer = await get(new URL(typed));
    if (answer.statusCode !== 200) throw new Failure({ kind: "url-refused", option, url, status: answer.statusCode });
    return textOf(answer);
  } catch (error) {
    if (isFailure(error) && error.data.kind === "url-refused") throw error;
    throw new Failure({ kind: "url-unreadable", option, url, problem: dataOf(error) }, { cause: error });
  }
}

async function get(url: URL): Promise<Answer> {
  const request = {
    method: "GET",
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== "" && { port: Number(url.port) }),
    path: url.pathname + url.search,
    query: {},
    headers: { "accept-encoding": "identity" },
  };
  return exchange(await plan(request, transport), transport);
}

/**
 * The body, decoded by its content type; without an encoding there, text is Latin-1 and all else UTF-8 (botocore's
 * `get_encoding_from_headers`).
 */
function textOf({ headers, body }: Answer): string {
  const type = headers["content-type"] ?? "";
  const [, named] = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(type) ?? [];
  const encoding = named ?? (type.includes("text") ? "iso-8859-1" : "utf-8");
  if (/^(?:iso-?8859-?1|latin-?1)$/i.test(encoding)) return body.toString("latin1");
  return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(body);
}
