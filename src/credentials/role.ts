import { Failure } from "../failure/failure";
import { parseInteger } from "../python/int";
import { textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";
import { cached } from "./cache";
import { fromEnvironment } from "./environment";
import { fromProfile } from "./from-profile";
import { checkLimits } from "./sts-limits";
import { fromContainer, fromInstance } from "./host";
import { defaultSessionName } from "./session-name";
import { hideSecrets, isRole, profileNamed, type CredentialSources } from "./sources";
import { namesFrom, usable } from "./usable";

/** A role to assume, and how to get the credentials to assume it with. */
interface Role {
  readonly arn: string;
  readonly sessionName: string | undefined;
  readonly externalId: string | undefined;
  readonly mfaSerial: string | undefined;
  readonly duration: number | undefined;
  readonly source: () => Promise<Credentials>;
}

/** Assumes the role that the run's profile describes, and before it the roles that lead to it. */
export function fromRole(sources: CredentialSources): Promise<Credentials> {
  const { name } = sources.profile;
  return assume(readRole(name, [name], sources), sources);
}

/**
 * The role's credentials, kept ones or new ones. The credentials of its source are looked up only if new ones are
 * needed.
 */
function assume(role: Role, sources: CredentialSources): Promise<Credentials> {
  const { mfaSerial } = role;
  const identity = {
    RoleArn: role.arn,
    ...(role.sessionName && { RoleSessionName: role.sessionName }),
    ...(role.externalId !== undefined && { ExternalId: role.externalId }),
    ...(mfaSerial !== undefined && { SerialNumber: mfaSerial }),
    ...(role.duration !== undefined && { DurationSeconds: role.duration }),
  };
  return cached(identity, sources, async () => {
    const code = mfaSerial === undefined ? undefined : await (await import("./mfa")).askCode(mfaSerial, sources);
    const credentials = hideSecrets(usable(await role.source(), namesFrom("the role's source")), sources.io.trace);
    const input = {
      RoleSessionName: defaultSessionName(),
      ...identity,
      ...(code !== undefined && { TokenCode: code }),
    };
    checkLimits(input, sources.settings);
    return (await import("./clients")).assumeRole(input, { ...sources, credentials });
  });
}

function readRole(name: string, visited: readonly string[], sources: CredentialSources): Role {
  const values = profileNamed(name, sources.profile) ?? {};
  return {
    arn: textIn(values, "role_arn") ?? "",
    sessionName: textIn(values, "role_session_name"),
    externalId: textIn(values, "external_id"),
    mfaSerial: textIn(values, "mfa_serial"),
    duration: parseInteger(textIn(values, "duration_seconds") ?? ""),
    source: findSource({ name, values, visited }, sources),
  };
}

interface RoleProfile {
  readonly name: string;
  readonly values: Section;
  /** The profiles on the way to this one, itself included. */
  readonly visited: readonly string[];
}

/** Checks where the role's source credentials come from, down the whole chain, before any are looked up. */
function findSource(role: RoleProfile, sources: CredentialSources): Role["source"] {
  const { name, values } = role;
  const source = textIn(values, "credential_source");
  const profile = textIn(values, "source_profile");
  if (source !== undefined && profile !== undefined) throw new Failure({ kind: "role-source-twice", profile: name });
  if (source !== undefined) return fromNamedSource(source, name, sources);
  if (profile !== undefined) return fromSourceProfile(profile, role, sources);
  throw new Failure({
    kind: "credentials-partial",
    source: "assume-role",
    missing: "source_profile or credential_source",
  });
}

/**
 * The source credentials from a named profile. A profile may name itself, to keep its own keys next to the role; any
 * other circle would never end.
 */
function fromSourceProfile(name: string, role: RoleProfile, sources: CredentialSources): Role["source"] {
  const values = profileNamed(name, sources.profile);
  if (!values) throw new Failure({ kind: "source-profile-missing", source: name, profile: role.name });
  const hasKeys = values["aws_access_key_id"] !== undefined || values["aws_secret_access_key"] !== undefined;
  if (role.visited.includes(name) && !(name === role.name && hasKeys)) {
    throw new Failure({ kind: "source-profile-loop", source: name, visited: role.visited });
  }
  if (!hasKeys && isRole(values)) {
    const next = readRole(name, [...role.visited, name], sources);
    return () => assume(next, sources);
  }
  return async () => {
    const credentials = await fromProfile({ ...sources, name, own: false });
    if (!credentials) throw new Failure({ kind: "source-profile-empty", source: name });
    return credentials;
  };
}

const namedSources = {
  Environment: ({ io }: CredentialSources) => Promise.resolve(fromEnvironment(io)),
  EcsContainer: fromContainer,
  Ec2InstanceMetadata: fromInstance,
};

function fromNamedSource(source: string, profile: string, sources: CredentialSources): Role["source"] {
  if (!Object.hasOwn(namedSources, source)) throw new Failure({ kind: "role-source-unknown", source, profile });
  const find = namedSources[source as keyof typeof namedSources];
  return async () => {
    const credentials = await find(sources);
    if (!credentials) throw new Failure({ kind: "role-source-empty", source, profile });
    return credentials;
  };
}
