import { createHash } from "node:crypto";
import { expandPath } from "../python/expand-path";
import type { Credentials } from "../types";
import { drop, keepJson, readJson } from "./private-file";
import { hideSecrets, type CredentialSources } from "./sources";
import { expirationOf, readTime } from "./time";

/** A role's credentials in the form of STS and of aws-cli's cache files. */
export interface AssumedRole {
  readonly Credentials: {
    readonly AccessKeyId: string;
    readonly SecretAccessKey: string;
    readonly SessionToken: string;
    /** ISO 8601. */
    readonly Expiration: string;
    readonly AccountId?: string;
  };
  readonly AssumedRoleUser?: object;
}

/** The time before their end until which kept credentials are used, in milliseconds (botocore's 15 minutes). */
const expiryWindow = 15 * 60 * 1000;

/**
 * The credentials of an assumed role: those kept under `~/.aws/cli/cache` for the same request, shared with aws-cli, or
 * new ones, which are then kept. A cache that cannot be read or written counts as none. With `pastCache`, kept ones are
 * dropped.
 */
export async function cached(
  request: Readonly<Record<string, string | number>>,
  { io: { env, trace }, pastCache }: Pick<CredentialSources, "io" | "pastCache">,
  fetch: () => Promise<AssumedRole>,
): Promise<Credentials> {
  const path = expandPath(`~/.aws/cli/cache/${cacheKey(request)}.json`, env);
  if (pastCache) drop(path, trace);
  const kept = await readKept(path);
  if (kept && kept.expiration.getTime() - Date.now() >= expiryWindow) {
    trace.log(`role ${request["RoleArn"]}: credentials kept in ${path}`);
    return { ...kept, isKept: true };
  }
  const role = await fetch();
  hideSecrets(credentialsOf(role), trace);
  keepJson(path, role, trace);
  return credentialsOf(role);
}

/** A role's credentials in the form that signs requests. */
export function credentialsOf({ Credentials: role }: AssumedRole): Credentials & { readonly expiration: Date } {
  return {
    accessKeyId: role.AccessKeyId,
    secretAccessKey: role.SecretAccessKey,
    sessionToken: role.SessionToken,
    expiration: expirationOf(role.Expiration),
  };
}

/** The kept credentials; undefined for a file that is missing or damaged. */
async function readKept(path: string): Promise<ReturnType<typeof credentialsOf> | undefined> {
  const role = (await readJson(path))?.["Credentials"];
  if (typeof role !== "object" || role === null) return undefined;
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = role as Record<string, unknown>;
  const isWhole = [AccessKeyId, SecretAccessKey, SessionToken].every((value) => typeof value === "string" && value);
  return isWhole && readTime(Expiration)
    ? credentialsOf({ Credentials: role as AssumedRole["Credentials"] })
    : undefined;
}

/** The SHA-1 of the request as Python's `json.dumps(…, sort_keys=True)` writes it. */
function cacheKey(request: Readonly<Record<string, string | number>>): string {
  const members = Object.keys(request)
    .sort()
    .map((name) => `${asciiJson(name)}: ${asciiJson(request[name])}`);
  return createHash("sha1")
    .update(`{${members.join(", ")}}`)
    .digest("hex");
}

function asciiJson(value: string | number | undefined): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
