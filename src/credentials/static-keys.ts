import { Failure } from "../failure/failure";
import { textIn } from "../config-file/section";
import type { Credentials, Section } from "../types";
import { usable } from "./usable";

/** The keys in a section of a file; undefined if it has no access key id. */
export function keysIn(section: Section | undefined, source: keyof typeof files): Credentials | undefined {
  if (!section || section["aws_access_key_id"] === undefined) return undefined;
  const [accessKeyId, secretAccessKey] = ["aws_access_key_id", "aws_secret_access_key"].map((name) => {
    const value = textIn(section, name);
    if (!value) throw new Failure({ kind: "credentials-partial", source, missing: name });
    return value;
  }) as [string, string];
  const sessionToken = textIn(section, "aws_security_token") ?? textIn(section, "aws_session_token");
  return usable(
    { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    {
      accessKeyId: `aws_access_key_id in ${files[source]}`,
      secretAccessKey: `aws_secret_access_key in ${files[source]}`,
      sessionToken: `The session token in ${files[source]}`,
    },
  );
}

const files = {
  "shared-credentials-file": "the credentials file",
  "config-file": "the config file",
  "boto-config": "boto's configuration file",
} as const;
