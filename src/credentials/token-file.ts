import { readFileSync } from "node:fs";
import { Failure } from "../failure";

/** The whole text of a file that holds a token. A file that cannot be read is a failure. */
export function readTokenFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const problem = (error as Error).message.replace(/^\w+: ([^,]*),.*$/s, "$1");
    throw new Failure({ kind: "token-file-unreadable", path, problem }, { cause: error });
  }
}
