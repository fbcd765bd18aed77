import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Received } from "./wire";

/** Secret access keys by access key id. */
export type Keys = Readonly<Record<string, string>>;

/** A request's signature, and whether the secret of its key id makes the same one. */
export interface Signature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  /** The time of signing, in milliseconds since 1970; NaN if `X-Amz-Date` cannot be read. */
  readonly signedAt: number;
  readonly verdict: "valid" | "wrong" | "unknown-key";
}

const authorization =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([^/,\s]+)\/([^/,\s]+)\/aws4_request, ?SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})$/;

/**
 * Checks a Signature Version 4 in the `Authorization` header, from the request as it was received
 * (IAM User Guide, "Create a signed AWS API request"). Undefined for a request that is not signed.
 */
export function readSignature(request: Received, keys: Keys): Signature | undefined {
  const match = authorization.exec(request.headers.authorization ?? "");
  if (!match) return undefined;
  const [, accessKeyId = "", day = "", region = "", service = "", signed = "", signature = ""] = match;
  const date = text(request, "x-amz-date");
  const secret = Object.hasOwn(keys, accessKeyId) ? keys[accessKeyId] : undefined;
  const known = { accessKeyId, region, service, signedAt: readDate(date) };
  if (secret === undefined) return { ...known, verdict: "unknown-key" };
  const scope = [day, region, service, "aws4_request"];
  const toSign = ["AWS4-HMAC-SHA256", date, scope.join("/"), sha256(canonicalRequest(request, signed))].join("\n");
  const key = scope.reduce<string | Buffer>((secretOrKey, part) => hmac(secretOrKey, part), `AWS4${secret}`);
  const same = date.startsWith(day) && timingSafeEqual(hmac(key, toSign), Buffer.from(signature, "hex"));
  return { ...known, verdict: same && coversEnough(request, signed) ? "valid" : "wrong" };
}

/** Whether a signature covers enough: `Host` and every `X-Amz-` header. */
function coversEnough({ headers }: Received, signed: string): boolean {
  const names = signed.split(";");
  return Object.keys(headers).every((name) => names.includes(name) || (name !== "host" && !name.startsWith("x-amz-")));
}

function canonicalRequest(request: Received, signed: string): string {
  const { method, path, body } = request;
  const [pathname = "", query = ""] = path.split(/\?(.*)/s);
  const lines = signed.split(";").map((name) => `${name}:${text(request, name).trim().replace(/ +/g, " ")}\n`);
  return [method, canonicalPath(pathname), canonicalQuery(query), lines.join(""), signed, sha256(body)].join("\n");
}

/**
 * The path with dot segments resolved and each segment encoded once more than it was sent, as all services except S3
 * do.
 */
function canonicalPath(pathname: string): string {
  const { pathname: resolved } = new URL(`http://host/${pathname.replace(/^\//, "")}`);
  return resolved.replace(/\/+/g, "/").split("/").map(encode).join("/");
}

/** The query's pairs as they were sent, ordered by name and value. */
function canonicalQuery(query: string): string {
  const pairs = query.split("&").filter(Boolean);
  const sorted = pairs.map((pair) => (pair.includes("=") ? pair : `${pair}=`).replace("=", "\0")).sort();
  return sorted.map((pair) => pair.replace("\0", "=")).join("&");
}

/** Percent-encodes all but RFC 3986's unreserved characters. */
function encode(part: string): string {
  return encodeURIComponent(part).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A date such as `20260102T030405Z`, in milliseconds since 1970. */
function readDate(date: string): number {
  return Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

/** The header of a name, whatever the name is: it comes from the request. */
function text({ headers }: Received, name: string): string {
  const header = Object.hasOwn(headers, name) ? headers[name] : undefined;
  return header === undefined ? "" : typeof header === "string" ? header : header.join(",");
}

function sha256(data: string | Buffer): string {
  return createHash("sha256").update(data).digest("hex");
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac("sha256", key).update(data).digest();
}
