import { isFailure } from "../failure/failure";
import { mergeSections, textIn } from "../config-file/section";
import type { Trace } from "../io/trace";
import type { Credentials, Io, Profile, Section, Settings } from "../types";

/** The places in which credentials are looked for. */
export interface CredentialSources {
  readonly profile: Profile;
  readonly settings: Settings;
  readonly io: Io;
  /** Whether to ignore and drop kept credentials, because the service has called them expired. */
  readonly pastCache?: boolean;
  /** Whether standard input is ours to read; it is not if it belongs to a command after `--`. */
  readonly mayReadInput?: boolean;
  /** Takes sentences that say why a place had no credentials. */
  readonly tell?: (reason: string) => void;
}

/** A profile to find credentials in. */
export interface ProfileSources extends CredentialSources {
  readonly name: string;
  /** Whether this is the run's own profile, and not one that a role is assumed from. */
  readonly own: boolean;
}

/** A role to assume with a token that is in a file. */
export interface WebIdentity {
  readonly tokenFile: string;
  readonly roleArn: string | undefined;
  readonly sessionName: string | undefined;
}

/** The settings of any profile, the credentials file's over the config file's; undefined if it is in neither. */
export function profileNamed(name: string, { config, credentials }: Profile): Section | undefined {
  return config[name] || credentials[name] ? mergeSections(config[name], credentials[name]) : undefined;
}

/** Whether a profile is a role to assume with other credentials; one with a token file is assumed with that token. */
export function isRole(values: Section): boolean {
  return textIn(values, "role_arn") !== undefined && values["web_identity_token_file"] === undefined;
}

/** Keeps the secrets of credentials out of everything that is printed from now on. */
export function hideSecrets<Found extends Credentials>(credentials: Found, trace: Trace): Found {
  trace.hide(credentials.secretAccessKey);
  trace.hide(credentials.sessionToken);
  return credentials;
}

/** Whether an error is the service's answer with this code. */
export function isServiceError(error: unknown, code: string): boolean {
  return isFailure(error) && error.data.kind === "service-error" && error.data.code === code;
}
