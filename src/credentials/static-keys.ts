import { Failure } from "../failure/failure";
import { textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";

/** The keys that stand in a section of a file; undefined if it has no access key id. */
export function keysIn(
  section: Section | undefined,
  source: "shared-credentials-file" | "config-file" | "boto-config",
): Credentials | undefined {
  if (!section || section["aws_access_key_id"] === undefined) return undefined;
  const [accessKeyId, secretAccessKey] = ["aws_access_key_id", "aws_secret_access_key"].map((name) => {
    const value = textIn(section, name);
    if (!value) throw new Failure({ kind: "credentials-partial", source, missing: name });
    return value;
  }) as [string, string];
  const sessionToken = textIn(section, "aws_security_token") ?? textIn(section, "aws_session_token");
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}
