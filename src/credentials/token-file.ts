import { readBounded } from "../io/bounded-file";
import { Failure } from "../failure/failure";

/** The most that is read from a token file, in bytes; STS takes less than a third of it. */
const limit = 64 * 1024;

/**
 * The whole text of a file that holds a token, each line end made `\n` as Python does. Throws a Failure for a file that
 * cannot be read.
 */
export async function readTokenFile(path: string): Promise<string> {
  try {
    return (await readBounded(path, { limit })).toString().replace(/\r\n?/g, "\n");
  } catch (error) {
    const problem = (error as Error).message.replace(/^\w+: ([^,]*),.*$/s, "$1");
    throw new Failure({ kind: "token-file-unreadable", path, problem }, { cause: error });
  }
}
