import { readConfigFile } from "../config-file/read";
import { readBounded } from "../io/bounded-file";
import { lines, strip } from "../config-file/text";
import { Failure } from "../failure/failure";
import type { Credentials } from "../types";
import { keysIn } from "./static-keys";
import { usable } from "./usable";

/** The most that is read from a file, in bytes. */
const limit = 1024 * 1024;

/** The keys in the file of EC2's first command line tools, lines of `name=value` (botocore's `OriginalEC2Provider`). */
export async function fromEc2File(path: string): Promise<Credentials | undefined> {
  const values = new Map<string, string>();
  for (const line of lines(await read(path))) {
    const delimiter = line.indexOf("=");
    if (delimiter >= 0) values.set(strip(line.slice(0, delimiter)), strip(line.slice(delimiter + 1)));
  }
  const accessKeyId = values.get("AWSAccessKeyId");
  if (accessKeyId === undefined) return undefined;
  const secretAccessKey = values.get("AWSSecretKey");
  if (!secretAccessKey) {
    throw new Failure({ kind: "credentials-partial", source: "ec2-credentials-file", missing: "AWSSecretKey" });
  }
  return usable(
    { accessKeyId, secretAccessKey },
    {
      accessKeyId: `AWSAccessKeyId in ${path}`,
      secretAccessKey: `AWSSecretKey in ${path}`,
      sessionToken: `The session token in ${path}`,
    },
  );
}

async function read(path: string): Promise<string> {
  try {
    return (await readBounded(path, { limit })).toString();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined)
      throw new Failure({ kind: "credential-file-endless", path, problem: message }, { cause: error });
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
