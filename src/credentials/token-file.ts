import { readBounded } from "../io/bounded-file";
import { Failure } from "../failure/failure";

/** The most that is read of a token, in bytes; STS takes less than a third of it. */
const limit = 64 * 1024;

/** The whole text of a file that holds a token. A file that cannot be read is a failure. */
export function readTokenFile(path: string): string {
  try {
    return readBounded(path, { limit }).toString();
  } catch (error) {
    const problem = (error as Error).message.replace(/^\w+: ([^,]*),.*$/s, "$1");
    throw new Failure({ kind: "token-file-unreadable", path, problem }, { cause: error });
  }
}
