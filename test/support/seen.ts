import { readSignature, type Keys } from "../../src/stand-in/signature";
import type { Received } from "../../src/stand-in/wire";

/** A request as it was seen, in the words of the recorded cases' README. Null and absent mean the same. */
export interface SeenRequest {
  readonly scheme: "http" | "https" | "connect";
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly target: string | null;
  readonly token: string | null;
  readonly viaProxy: string | null;
  readonly proxyAuth: string | null;
  readonly ecsAuth: string | null;
  readonly auth: { akid: string; region: string; service: string; valid: boolean } | null;
  readonly body: { json: unknown } | { form: Record<string, string> } | { raw: string } | null;
  /** All headers, for tests that look closer than the recorded cases do. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Describes a request; `viaProxy` is the host of one in absolute form. */
export function describeRequest(
  request: Received,
  { scheme, viaProxy, keys }: { scheme: SeenRequest["scheme"]; viaProxy: string | null; keys: Keys },
): SeenRequest {
  const { method, path, headers, body } = request;
  const contentType = headers["content-type"]?.replace(/;.*/s, "").trim() ?? null;
  const signature = readSignature(request, keys);
  const authorization = headers.authorization ?? null;
  return {
    scheme,
    method,
    path,
    contentType,
    target: header("x-amz-target"),
    token: header("x-amz-security-token"),
    viaProxy,
    proxyAuth: header("proxy-authorization"),
    ecsAuth: authorization?.startsWith("AWS4-") ? null : authorization,
    auth: signature
      ? {
          akid: signature.accessKeyId,
          region: signature.region,
          service: signature.service,
          valid: signature.verdict === "valid",
        }
      : null,
    body: readBody(contentType, body.toString()),
    headers,
  };

  function header(name: string): string | null {
    const value = headers[name];
    return typeof value === "string" ? value : null;
  }
}

function readBody(contentType: string | null, text: string): SeenRequest["body"] {
  if (text === "") return null;
  if (contentType === "application/x-www-form-urlencoded")
    return { form: Object.fromEntries(new URLSearchParams(text)) };
  if (!contentType?.includes("json")) return { raw: text };
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { raw: text };
  }
}
