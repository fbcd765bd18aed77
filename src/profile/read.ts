import { readConfigFile } from "../config-file/read";
import { expandPath } from "../python/expand-path";
import { mergeSections } from "../config-file/section";
import { shellWords } from "../python/shlex";
import type { Io, Profile, ProfileAbsence, Section } from "../types";

type Surroundings = Pick<Io, "env" | "trace">;

/**
 * Reads the shared configuration and credentials files once and picks the profile asked for, as botocore's session
 * does. A file that is missing, not regular or unreadable counts as empty. Throws a Failure for a file that cannot be
 * parsed.
 */
export function readProfile(flag: string | undefined, io: Surroundings): Profile {
  const sections = readSections("AWS_CONFIG_FILE", "~/.aws/config", io);
  const kinds = sortSections(sections);
  const credentials = dictionary(readSections("AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials", io));
  const { name, source } = profileName(flag, io.env);
  const own = [kinds.config[name], credentials[name]];
  const exists = source === "default" || own.some((section) => section !== undefined);
  io.trace.log(`profile ${name} (${source})${exists ? "" : " does not exist"}`);
  const absence = exists ? undefined : absenceOf(name, sections, io.env);
  return { name, source, exists, absence, values: mergeSections(...own), credentials, ...kinds };
}

/** An empty flag counts as none; an empty variable names the profile with the empty name (botocore's session). */
function profileName(flag: string | undefined, env: Io["env"]): Pick<Profile, "name" | "source"> {
  if (flag) return { name: flag, source: "flag" };
  const named = env["AWS_DEFAULT_PROFILE"] ?? env["AWS_PROFILE"];
  return named === undefined ? { name: "default", source: "default" } : { name: named, source: "environment" };
}

function absenceOf(name: string, sections: ReadonlyMap<string, Section>, env: Io["env"]): ProfileAbsence | undefined {
  if (sections.has(name)) return { kind: "section-bare" };
  const variable = env["AWS_DEFAULT_PROFILE"] === undefined ? "AWS_PROFILE" : "AWS_DEFAULT_PROFILE";
  return name === "" ? { kind: "variable-empty", variable } : undefined;
}

/** Sorts the config file's sections by the word before their name (botocore's `build_profile_map`). */
function sortSections(sections: Map<string, Section>): Pick<Profile, "config" | "ssoSessions" | "services"> {
  const config = dictionary();
  const ssoSessions = dictionary();
  const services = dictionary();
  for (const [header, values] of sections) {
    if (header.startsWith("profile")) put(config, header, values);
    else if (header.startsWith("sso-session")) put(ssoSessions, header, values);
    else if (header.startsWith("services")) put(services, header, values);
    else if (header === "default") config[header] = values;
  }
  return { config, ssoSessions, services };
}

/** Keeps a section under the second of the two words of its header. Other headers name nothing. */
function put(kind: Record<string, Section>, header: string, values: Section): void {
  const [, name, ...more] = shellWords(header) ?? [];
  if (name !== undefined && more.length === 0) kind[name] = values;
}

function readSections(variable: string, usual: string, io: Surroundings): Map<string, Section> {
  const path = expandPath(io.env[variable] ?? usual, io.env);
  const sections = readConfigFile(path);
  if (sections) io.trace.log(`read ${path}`);
  return sections ?? new Map<string, Section>();
}

function dictionary(entries: Iterable<readonly [string, Section]> = []): Record<string, Section> {
  return Object.assign(Object.create(null) as object, Object.fromEntries(entries));
}
