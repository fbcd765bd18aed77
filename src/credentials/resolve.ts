import { accessSync, constants } from "node:fs";
import { Failure } from "../failure/failure";
import { expandPath } from "../python/expand-path";
import type { Credentials, Io } from "../types";
import { fromEnvironment } from "./environment";
import { fromProfile } from "./from-profile";
import { fromContainer, fromEarlierTools, fromInstance } from "./host";
import { hideSecrets, isRole, type CredentialSources } from "./sources";
import { namesFrom, usable, warnOfSpace } from "./usable";

/**
 * Finds the credentials that sign, in aws-cli v1's order of precedence (botocore's `create_credential_resolver`). It
 * may be called again for fresh ones. Keys in the environment or in a file need no further bundle.
 */
export async function resolveCredentials(sources: CredentialSources): Promise<Credentials> {
  const { profile, io } = sources;
  const reasons: string[] = [];
  const tell = (reason: string): unknown => reasons.push(reason);
  const places: readonly (readonly [string, () => Found | Promise<Found>])[] = [
    ["the environment", () => (profile.source === "flag" ? undefined : fromEnvironment(io))],
    ["a role", async () => (isRole(profile.values) ? (await import("./role")).fromRole(sources) : undefined)],
    ["the profile", () => fromProfile({ ...sources, name: profile.name, own: true })],
    ["a file of earlier tools", () => fromEarlierTools(sources)],
    ["the container", () => fromContainer(sources)],
    ["the instance", () => fromInstance({ ...sources, tell })],
  ];
  for (const [place, find] of places) {
    const found = await find();
    if (!found) continue;
    const credentials = hideSecrets(usable(found, namesFrom(place)), io.trace);
    if (place !== "the environment") warnOfSpace(credentials, namesFrom(place), io);
    io.trace.log(`credentials from ${place}: access key id ${credentials.accessKeyId}`);
    if (credentials.expiration && credentials.expiration.getTime() <= Date.now()) {
      throw new Failure({ kind: "credentials-expired", isFixed: credentials.isFixed === true });
    }
    return credentials;
  }
  throw new Failure({ kind: "credentials-missing", reasons: [...unreadableFiles(io), ...reasons] });
}

/** The files that exist but may not be read: they count as missing, as in aws-cli. */
function unreadableFiles({ env }: Io): string[] {
  const files = [env["AWS_SHARED_CREDENTIALS_FILE"] ?? "~/.aws/credentials", env["AWS_CONFIG_FILE"] ?? "~/.aws/config"];
  return files
    .map((file) => expandPath(file, env))
    .filter((path) => {
      try {
        accessSync(path, constants.R_OK);
        return false;
      } catch (error) {
        return ["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? "");
      }
    })
    .map((path) => `${path} may not be read by this user.`);
}

type Found = Credentials | undefined;
