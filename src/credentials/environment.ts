import { Failure } from "../failure/failure";
import type { Credentials, Io } from "../types";
import { expirationOf } from "./time";
import { usable, warnOfSpace } from "./usable";

/** The keys in the environment; undefined if there is no `AWS_ACCESS_KEY_ID`. Empty variables count as missing. */
export function fromEnvironment(io: Pick<Io, "env" | "err">): Credentials | undefined {
  const { env } = io;
  const accessKeyId = env["AWS_ACCESS_KEY_ID"];
  if (!accessKeyId) return undefined;
  const secretAccessKey = env["AWS_SECRET_ACCESS_KEY"];
  if (!secretAccessKey) {
    throw new Failure({ kind: "credentials-partial", source: "env", missing: "AWS_SECRET_ACCESS_KEY" });
  }
  const sessionToken = env["AWS_SECURITY_TOKEN"] || env["AWS_SESSION_TOKEN"];
  const expiration = env["AWS_CREDENTIAL_EXPIRATION"];
  const found = {
    isFixed: true,
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration: expirationOf(expiration) }),
  };
  const names = {
    accessKeyId: "AWS_ACCESS_KEY_ID",
    secretAccessKey: "AWS_SECRET_ACCESS_KEY",
    sessionToken: env["AWS_SECURITY_TOKEN"] ? "AWS_SECURITY_TOKEN" : "AWS_SESSION_TOKEN",
  };
  warnOfSpace(usable(found, names), names, io);
  return found;
}
