import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { expandPath } from "../python/expand-path";
import { Failure, isFailure } from "../failure/failure";
import type { CredentialSources } from "./sources";
import type { Trace } from "../io/trace";
import { lookAgain } from "./again";
import { keepJson, readJson } from "./private-file";
import { inSeconds, readTime } from "./time";

/** The name under which a token is kept: the session's name, or the start URL in profiles without a session. */
export interface SsoSession {
  readonly startUrl: string;
  readonly region: string;
  readonly session: string | undefined;
}

/**
 * The time before its end, in milliseconds, at which a token is exchanged for a new one (botocore's `_REFRESH_WINDOW`).
 */
const refreshWindow = 15 * 60 * 1000;

/** Everything that the renewal of a token needs besides the token. */
const renewalKeys = ["refreshToken", "clientId", "clientSecret", "registrationExpiresAt"] as const;
type Renewal = Readonly<Record<(typeof renewalKeys)[number], string>>;

/**
 * The access token that `aws sso login` left in `~/.aws/sso/cache`. A session's token is renewed if it must and can be,
 * and is kept there again. Throws a Failure.
 */
export async function loadToken(session: SsoSession, sources: CredentialSources): Promise<string> {
  const { trace } = sources.io;
  const path = pathOf(session, sources);
  if (!existsSync(path)) throw new Failure({ kind: "sso-token-missing", name: nameOf(session) });
  const kept = await readToken(path, trace);
  if (!kept) throw new Failure({ kind: "sso-token-invalid", startUrl: session.startUrl });
  const { file, accessToken, left } = kept;
  const renewed =
    session.session !== undefined && left < refreshWindow ? await renew(file, session, sources) : undefined;
  if (renewed) {
    keepJson(path, renewed, trace);
    return renewed.accessToken;
  }
  if (left > 0) return accessToken;
  if (session.session === undefined) throw new Failure({ kind: "sso-session-expired" });
  const other = await tokenAfter(accessToken, session, sources);
  if (other === undefined) throw new Failure({ kind: "sso-token-expired" });
  return other;
}

/** The token that another run or a new login has kept in place of one that was refused; undefined if there is none. */
export function tokenAfter(
  refused: string,
  session: SsoSession,
  sources: CredentialSources,
): Promise<string | undefined> {
  return lookAgain(async () => {
    const kept = await readToken(pathOf(session, sources), sources.io.trace);
    return kept && kept.left > 0 && kept.accessToken !== refused ? kept.accessToken : undefined;
  });
}

function nameOf({ session, startUrl }: SsoSession): string {
  return session ?? startUrl;
}

function pathOf(session: SsoSession, { io }: CredentialSources): string {
  const hash = createHash("sha1").update(nameOf(session)).digest("hex");
  return expandPath(`~/.aws/sso/cache/${hash}.json`, io.env);
}

/** A file's token and the milliseconds until its end; undefined for a file without a token. */
async function readToken(path: string, trace: Trace) {
  const file = await readJson(path);
  const accessToken = file?.["accessToken"];
  const expiresAt = readTime(file?.["expiresAt"]);
  if (!file || typeof accessToken !== "string" || !expiresAt) return undefined;
  trace.hide(accessToken);
  return { file, accessToken, left: expiresAt.getTime() - Date.now() };
}

/**
 * A new token in the form in which it is kept; undefined if the old one cannot be renewed, or the service returns none.
 */
async function renew(
  file: Readonly<Record<string, unknown>>,
  { startUrl, region }: SsoSession,
  sources: CredentialSources,
) {
  const { trace } = sources.io;
  if (!isRenewable(file)) {
    trace.log("SSO token not renewed: the file lacks what that needs");
    return undefined;
  }
  const { refreshToken, clientId, clientSecret, registrationExpiresAt } = file;
  for (const secret of [refreshToken, clientSecret]) trace.hide(secret);
  try {
    const { createToken } = await import("./clients");
    const token = await createToken(
      { grantType: "refresh_token", clientId, clientSecret, refreshToken },
      region,
      sources,
    );
    const { accessToken, expiresIn = 0, refreshToken: next } = token;
    const texts: unknown[] = [accessToken, next ?? ""];
    const isWhole = texts.every((text) => typeof text === "string") && typeof (expiresIn as unknown) === "number";
    if (!accessToken || !isWhole) return undefined;
    for (const secret of [accessToken, next]) trace.hide(secret);
    const expiresAt = inSeconds(new Date(Date.now() + expiresIn * 1000));
    const registration = { clientId, clientSecret, registrationExpiresAt };
    return { startUrl, region, accessToken, expiresAt, ...registration, ...(next && { refreshToken: next }) };
  } catch (error) {
    if (!isFailure(error) || error.data.kind !== "service-error") throw error;
    trace.log(`SSO token not renewed: ${error.data.code}`);
    return undefined;
  }
}

function isRenewable(file: Readonly<Record<string, unknown>>): file is Renewal {
  const registered = readTime(file["registrationExpiresAt"]);
  return (
    renewalKeys.every((key) => typeof file[key] === "string") &&
    registered !== undefined &&
    registered.getTime() > Date.now()
  );
}
