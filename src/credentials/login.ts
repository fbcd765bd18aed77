import { createHash } from "node:crypto";
import { expandPath } from "../python/expand-path";
import { Failure, isFailure } from "../failure/failure";
import type { Trace } from "../io/trace";
import type { Credentials } from "../types";
import { lookAgain } from "./again";
import { keepJson, readJson } from "./private-file";
import { prove } from "./dpop";
import type { CredentialSources } from "./sources";
import { expirationOf, inSeconds } from "./time";

/**
 * The time before their end, in milliseconds, at which credentials are exchanged for new ones (botocore's
 * `_REFRESH_THRESHOLD`).
 */
const refreshThreshold = 5 * 60 * 1000;

const requiredFields = ["accessToken", "refreshToken", "dpopKey", "clientId"] as const;

/**
 * The file that `aws login` leaves for a session, with the members that are used here. All others are kept unchanged.
 */
interface LoginToken {
  readonly accessToken: Readonly<Record<"accessKeyId" | "secretAccessKey" | "sessionToken" | "expiresAt", string>>;
  readonly refreshToken: string;
  readonly dpopKey: string;
  readonly clientId: string;
}

/**
 * The credentials of a session that `aws login` began. If they are about to expire, they are renewed and kept again; if
 * the renewal is refused, another run may have renewed them. Throws a Failure.
 */
export async function fromLogin(session: string, sources: CredentialSources): Promise<Credentials> {
  const { env, trace } = sources.io;
  const folder = expandPath(env["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache", env);
  const path = `${folder}/${createHash("sha256").update(session).digest("hex")}.json`;
  const read = async (): Promise<LoginToken> => hidden(await readToken(path, session), trace);
  const token = await read();
  const kept = credentialsOf(token);
  if (!sources.pastCache && kept.expiration.getTime() - Date.now() > refreshThreshold) {
    return { ...kept, isKept: true };
  }
  try {
    const renewed = { ...token, ...(await renew(token, sources)) };
    keepJson(path, renewed, trace);
    return credentialsOf(renewed);
  } catch (error) {
    const other = isRefusal(error) ? await lookAgain(() => newer(read, token)) : undefined;
    if (!other) throw error;
    trace.log("login session renewed by another run");
    return other;
  }
}

async function readToken(path: string, session: string): Promise<LoginToken> {
  const token = await readJson(path);
  if (!token) throw new Failure({ kind: "login-missing", session });
  const missing = requiredFields.filter((field) =>
    field === "accessToken" ? !isAccessToken(token[field]) : !isText(token[field]),
  );
  if (missing.length > 0) throw new Failure({ kind: "login-incomplete", missing });
  return token as unknown as LoginToken;
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

function isAccessToken(value: unknown): value is LoginToken["accessToken"] {
  if (typeof value !== "object" || value === null) return false;
  const members = value as Readonly<Record<string, unknown>>;
  return ["accessKeyId", "secretAccessKey", "sessionToken", "expiresAt"].every((member) => isText(members[member]));
}

function hidden(token: LoginToken, trace: Trace): LoginToken {
  const { secretAccessKey, sessionToken } = token.accessToken;
  for (const secret of [secretAccessKey, sessionToken, token.refreshToken, token.dpopKey]) trace.hide(secret);
  return token;
}

/** The credentials that are kept now, if they have changed and are good. */
async function newer(read: () => Promise<LoginToken>, before: LoginToken): Promise<Credentials | undefined> {
  const token = await read().catch(() => before);
  const found = credentialsOf(token);
  return found.sessionToken !== before.accessToken.sessionToken && found.expiration.getTime() > Date.now()
    ? found
    : undefined;
}

const isRefusal = (error: unknown): boolean =>
  isFailure(error) && (error.data.kind === "login-expired" || error.data.kind === "login-failed");

function credentialsOf({ accessToken }: Pick<LoginToken, "accessToken">): Credentials & { readonly expiration: Date } {
  const { accessKeyId, secretAccessKey, sessionToken, expiresAt } = accessToken;
  return { accessKeyId, secretAccessKey, sessionToken, expiration: expirationOf(expiresAt) };
}

async function renew(
  token: LoginToken,
  sources: CredentialSources,
): Promise<Pick<LoginToken, "accessToken" | "refreshToken">> {
  const { createOAuth2Token } = await import("./clients");
  const { clientId, refreshToken } = token;
  const output = await createOAuth2Token(
    { clientId, refreshToken, grantType: "refresh_token" },
    (url) => proveOrFail(token.dpopKey, url),
    sources,
  ).catch((error: unknown) => {
    throw isFailure(error) ? (reauthentication(error) ?? error) : error;
  });
  const expiresIn: unknown = output?.expiresIn ?? 0;
  if (typeof expiresIn !== "number" || !isText(output?.refreshToken)) throw new Failure({ kind: "login-answer-empty" });
  const expiresAt = inSeconds(new Date(Date.now() + expiresIn * 1000));
  const given: unknown = { ...output?.accessToken, expiresAt };
  if (!isAccessToken(given)) throw new Failure({ kind: "login-answer-empty" });
  const renewed = { accessToken: { ...token.accessToken, ...given }, refreshToken: output?.refreshToken ?? "" };
  hidden({ ...token, ...renewed }, sources.io.trace);
  return renewed;
}

function proveOrFail(key: string, url: string): string {
  try {
    return prove(key, url);
  } catch (error) {
    throw new Failure({ kind: "login-key-invalid" }, { cause: error });
  }
}

/** The Failure that tells the user how to answer a refusal of the service; undefined for other faults. */
function reauthentication({ data, cause }: Failure): Failure | undefined {
  if (data.kind !== "service-error" || data.code !== "AccessDeniedException") return undefined;
  const reason = reasonOf(cause);
  if (reason === "TOKEN_EXPIRED" || reason === "USER_CREDENTIALS_CHANGED")
    return new Failure({ kind: "login-expired" });
  return new Failure({ kind: reason === "INSUFFICIENT_PERMISSIONS" ? "login-forbidden" : "login-failed" });
}

/** The reason in the answer, which the SDK's error has in a member of its own. */
function reasonOf(cause: unknown): string | undefined {
  return isFailure(cause) ? reasonOf(cause.cause) : (cause as { readonly error?: string }).error;
}
