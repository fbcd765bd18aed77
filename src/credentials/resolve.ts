import { Failure } from "../failure";
import type { Credentials, Io, Profile, Settings } from "../types";

/** What credentials are looked for in. */
export interface CredentialSources {
  readonly profile: Profile;
  readonly settings: Settings;
  readonly io: Io;
}

/** Finds the credentials that sign, in aws-cli v1's order of precedence. */
export function resolveCredentials({ io }: CredentialSources): Promise<Credentials> {
  const accessKeyId = io.env["AWS_ACCESS_KEY_ID"];
  const secretAccessKey = io.env["AWS_SECRET_ACCESS_KEY"];
  if (!accessKeyId || !secretAccessKey) throw new Failure({ kind: "credentials-missing" });
  return Promise.resolve({ accessKeyId, secretAccessKey });
}
