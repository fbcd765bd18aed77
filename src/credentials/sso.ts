import { Failure } from "../failure/failure";
import { mergeSections, textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";
import { isServiceError, type ProfileSources } from "./sources";
import { loadToken } from "./sso-token";

/** Where and for what role the SSO portal is asked, from the profile and its `sso-session`. */
interface SsoRole {
  readonly startUrl: string;
  readonly region: string;
  readonly account: string;
  readonly role: string;
  readonly session: string | undefined;
}

/** The credentials of a role that the SSO portal gives for the token that `aws sso login` left. */
export async function fromSso(values: Section, sources: ProfileSources): Promise<Credentials> {
  const { startUrl, region, account, role, session } = readRole(values, sources);
  const accessToken = await loadToken({ startUrl, region, session }, sources);
  const { getRoleCredentials } = await import("./clients");
  try {
    const found = await getRoleCredentials({ roleName: role, accountId: account, accessToken }, region, sources);
    const { accessKeyId, secretAccessKey, sessionToken, expiration } = found ?? {};
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration) {
      throw new Failure({ kind: "credentials-answer-empty", source: "sso" });
    }
    return { accessKeyId, secretAccessKey, sessionToken, expiration: new Date(expiration) };
  } catch (error) {
    if (!isServiceError(error, "UnauthorizedException")) throw error;
    throw new Failure({ kind: "sso-session-expired" }, { cause: error });
  }
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

/** The profile's settings with the session's. What both say must be the same. */
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
