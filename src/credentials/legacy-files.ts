import { readFileSync } from "node:fs";
import { readConfigFile } from "../config-file/read";
import { lines, strip } from "../config-file/text";
import { Failure } from "../failure/failure";
import type { Credentials } from "../types";
import { keysIn } from "./static-keys";

/** The keys in the file of EC2's first command line tools, lines of `name=value` (botocore's `OriginalEC2Provider`). */
export function fromEc2File(path: string): Credentials | undefined {
  const values = new Map<string, string>();
  for (const line of lines(read(path))) {
    const delimiter = line.indexOf("=");
    if (delimiter >= 0) values.set(strip(line.slice(0, delimiter)), strip(line.slice(delimiter + 1)));
  }
  const accessKeyId = values.get("AWSAccessKeyId");
  if (accessKeyId === undefined) return undefined;
  const secretAccessKey = values.get("AWSSecretKey");
  if (!secretAccessKey) {
    throw new Failure({ kind: "credentials-partial", source: "ec2-credentials-file", missing: "AWSSecretKey" });
  }
  return { accessKeyId, secretAccessKey };
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new Failure({ kind: "credential-file-missing", path }, { cause: error });
  }
}

/** The keys in the first of boto's configuration files that has any (botocore's `BotoProvider`). */
export function fromBotoFile(paths: readonly string[]): Credentials | undefined {
  for (const path of paths) {
    const keys = keysIn(readConfigFile(path)?.get("Credentials"), "boto-config");
    if (keys) return { accessKeyId: keys.accessKeyId, secretAccessKey: keys.secretAccessKey };
  }
  return undefined;
}
