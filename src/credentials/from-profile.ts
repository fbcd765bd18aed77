import { textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";
import { profileNamed, type ProfileSources, type WebIdentity } from "./sources";
import { keysIn } from "./static-keys";

/**
 * Finds the credentials that a profile itself has, in botocore's order (`ProfileProviderBuilder`): web identity, SSO,
 * keys in the credentials file, a stored `aws login` session, a process, keys in the config file.
 */
export async function fromProfile(sources: ProfileSources): Promise<Credentials | undefined> {
  const { name, profile, io } = sources;
  const values = profileNamed(name, profile) ?? {};
  const tell = (place: string): void => {
    io.trace.log(`profile ${name} has ${place}`);
  };
  const webIdentity = webIdentityOf(values, sources);
  if (webIdentity) {
    tell("a web identity");
    return (await import("./web-identity")).fromWebIdentity(webIdentity, sources);
  }
  if (values["sso_role_name"] !== undefined || values["sso_account_id"] !== undefined) {
    tell("an SSO role");
    return (await import("./sso")).fromSso(values, sources);
  }
  const shared = keysIn(profile.credentials[name], "shared-credentials-file");
  if (shared) {
    tell("keys in the credentials file");
    return shared;
  }
  const session = textIn(values, "login_session");
  if (session !== undefined) {
    tell("a login session");
    return (await import("./login")).fromLogin(session, sources);
  }
  const command = textIn(values, "credential_process");
  if (command !== undefined) {
    tell("a credential process");
    return (await import("./process")).fromProcess(command, sources);
  }
  const keys = keysIn(profile.config[name], "config-file");
  if (keys) tell("keys in the config file");
  return keys;
}

/**
 * The web identity of a profile. For the run's own profile, each part may come from the environment, unless the profile
 * was named with `--profile`.
 */
function webIdentityOf(values: Section, { own, profile, io }: ProfileSources): WebIdentity | undefined {
  const env = own && profile.source !== "flag" ? io.env : {};
  const tokenFile = env["AWS_WEB_IDENTITY_TOKEN_FILE"] ?? textIn(values, "web_identity_token_file");
  if (!tokenFile) return undefined;
  return {
    tokenFile,
    roleArn: env["AWS_ROLE_ARN"] ?? textIn(values, "role_arn"),
    sessionName: env["AWS_ROLE_SESSION_NAME"] ?? textIn(values, "role_session_name"),
  };
}
