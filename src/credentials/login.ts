import { createHash } from "node:crypto";
import { expandPath } from "../python/expand-path";
import { Failure, isFailure } from "../failure/failure";
import type { Credentials, Io } from "../types";
import { keepJson, readJson } from "./private-file";
import { prove } from "./dpop";
import type { CredentialSources } from "./sources";
import { expirationOf, inSeconds } from "./time";

/** Credentials this near to their end, in milliseconds, are exchanged for new ones (botocore's `_REFRESH_THRESHOLD`). */
const refreshThreshold = 5 * 60 * 1000;

const requiredFields = ["accessToken", "refreshToken", "dpopKey", "clientId"] as const;

/** What `aws login` leaves for a session, as far as it is used here; the rest of it is kept as it is. */
interface LoginToken {
  readonly accessToken: Readonly<Record<"accessKeyId" | "secretAccessKey" | "sessionToken" | "expiresAt", string>>;
  readonly refreshToken: string;
  readonly dpopKey: string;
  readonly clientId: string;
}

/** The credentials of a session that `aws login` began, renewed and kept again when they are about to expire. */
export async function fromLogin(session: string, sources: CredentialSources): Promise<Credentials> {
  const { env, trace } = sources.io;
  const folder = expandPath(env["AWS_LOGIN_CACHE_DIRECTORY"] ?? "~/.aws/login/cache", env);
  const path = `${folder}/${createHash("sha256").update(session).digest("hex")}.json`;
  const token = readToken(path, session);
  const { secretAccessKey, sessionToken } = token.accessToken;
  for (const secret of [secretAccessKey, sessionToken, token.refreshToken, token.dpopKey]) trace.hide(secret);
  const kept = credentialsOf(token);
  if (kept.expiration.getTime() - Date.now() > refreshThreshold) return kept;
  const renewed = { ...token, ...(await renew(token, sources)) };
  keepJson(path, renewed, trace);
  return credentialsOf(renewed);
}

function readToken(path: string, session: string): LoginToken {
  const token = readJson(path);
  if (!token) throw new Failure({ kind: "login-missing", session });
  const missing = requiredFields.filter((field) => !token[field]);
  if (missing.length > 0) throw new Failure({ kind: "login-incomplete", missing });
  return token as unknown as LoginToken;
}

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
  const { accessKeyId, secretAccessKey, sessionToken } = output?.accessToken ?? {};
  if (!output?.refreshToken || !accessKeyId || !secretAccessKey || !sessionToken) {
    throw new Failure({ kind: "login-answer-empty" });
  }
  hide([secretAccessKey, sessionToken, output.refreshToken], sources.io);
  const expiresAt = inSeconds(new Date(Date.now() + (output.expiresIn ?? 0) * 1000));
  return {
    accessToken: { ...token.accessToken, accessKeyId, secretAccessKey, sessionToken, expiresAt },
    refreshToken: output.refreshToken,
  };
}

function proveOrFail(key: string, url: string): string {
  try {
    return prove(key, url);
  } catch (error) {
    throw new Failure({ kind: "login-key-invalid" }, { cause: error });
  }
}

/** What the service's refusal asks of the user; undefined for other faults. */
function reauthentication({ data, cause }: Failure): Failure | undefined {
  if (data.kind !== "service-error" || data.code !== "AccessDeniedException") return undefined;
  const reason = reasonOf(cause);
  if (reason === "TOKEN_EXPIRED" || reason === "USER_CREDENTIALS_CHANGED")
    return new Failure({ kind: "login-expired" });
  return new Failure({ kind: reason === "INSUFFICIENT_PERMISSIONS" ? "login-forbidden" : "login-failed" });
}

/** The SDK's error has the answer's reason in a member of its own. */
function reasonOf(cause: unknown): string | undefined {
  return isFailure(cause) ? reasonOf(cause.cause) : (cause as { readonly error?: string }).error;
}

function hide(secrets: readonly string[], { trace }: Io): void {
  for (const secret of secrets) trace.hide(secret);
}
