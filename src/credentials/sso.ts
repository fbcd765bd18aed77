import { Failure } from "../failure/failure";
import { mergeSections, textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";
import { isServiceError, type ProfileSources } from "./sources";
import { loadToken, tokenAfter, type SsoSession } from "./sso-token";

/** The region, account and role that the SSO portal is asked for, from the profile and its `sso-session`. */
interface SsoRole extends SsoSession {
  readonly account: string;
  readonly role: string;
}

/**
 * The credentials that the SSO portal returns for a role, for the token that `aws sso login` left or for one that has
 * replaced it. Throws a Failure.
 */
export async function fromSso(values: Section, sources: ProfileSources): Promise<Credentials> {
  const session = readRole(values, sources);
  const accessToken = await loadToken(session, sources);
  try {
    return await ask(accessToken, session, sources);
  } catch (error) {
    if (!isServiceError(error, "UnauthorizedException")) throw error;
    const other = await tokenAfter(accessToken, session, sources);
    if (other === undefined) throw new Failure({ kind: "sso-session-expired" }, { cause: error });
    return ask(other, session, sources);
  }
}

async function ask(accessToken: string, { role, account, region }: SsoRole, sources: ProfileSources) {
  const { getRoleCredentials } = await import("./clients");
  const found = await getRoleCredentials({ roleName: role, accountId: account, accessToken }, region, sources);
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = found ?? {};
  const texts: unknown[] = [accessKeyId, secretAccessKey, sessionToken];
  const isWhole = texts.every((text) => typeof text === "string") && Number.isFinite(expiration);
  if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !isWhole) {
    throw new Failure({ kind: "credentials-answer-empty", source: "sso" });
  }
  return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiration) };
}

const required = ["sso_role_name", "sso_account_id", "sso_start_url", "sso_region"];

function readRole(values: Section, { name, profile }: ProfileSources): SsoRole {
  const session = textIn(values, "sso_session");
  const settings = session === undefined ? values : withSession(values, session, profile.ssoSessions[session]);
  const missing = required.filter((setting) => textIn(settings, setting) === undefined);
  if (missing.length > 0) throw new Failure({ kind: "sso-incomplete", profile: name, missing });
  const text = (setting: string): string => textIn(settings, setting) ?? "";
  return {
    role: text("sso_role_name"),
    account: text("sso_account_id"),
    startUrl: text("sso_start_url"),
    region: text("sso_region"),
    session,
  };
}

/** The profile's settings together with the session's. A setting that both have must be the same. */
function withSession(values: Section, name: string, session: Section | undefined): Section {
  if (!session) throw new Failure({ kind: "sso-session-missing", session: name });
  for (const [setting, value] of Object.entries(session)) {
    const [own, other] = [values[setting] ?? value, value].map(shown) as [string, string];
    if (own !== other) throw new Failure({ kind: "sso-session-inconsistent", setting, own, session: other });
  }
  return mergeSections(values, session);
}

function shown(value: Section[string]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
