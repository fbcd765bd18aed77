import { Failure } from "../failure/failure";
import type { Credentials } from "../types";
import { cached, credentialsOf, type AssumedRole } from "./cache";
import { checkLimits } from "./sts-limits";
import { defaultSessionName } from "./session-name";
import type { ProfileSources, WebIdentity } from "./sources";
import { readTokenFile } from "./token-file";

/** Assumes a role with the token in a file. Keeps only the credentials of the run's own profile, as aws-cli does. */
export async function fromWebIdentity(identity: WebIdentity, sources: ProfileSources): Promise<Credentials> {
  const { tokenFile, roleArn, sessionName } = identity;
  if (!roleArn) throw new Failure({ kind: "web-identity-no-role" });
  const role = { RoleArn: roleArn, ...(sessionName && { RoleSessionName: sessionName }) };
  const fetch = async (): Promise<AssumedRole> => {
    const token = await readTokenFile(tokenFile);
    sources.io.trace.hide(token);
    const input = { RoleSessionName: defaultSessionName(), ...role, WebIdentityToken: token };
    checkLimits(input, sources.settings);
    return (await import("./clients")).assumeRoleWithWebIdentity(input, sources);
  };
  return sources.own ? cached(role, sources, fetch) : credentialsOf(await fetch());
}
