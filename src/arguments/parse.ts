import type { EarlyGlobals } from "./globals";
import { splitAtCommand } from "./hook-command";
import { createTree, operationNamed } from "./tree";
import type { Invocation } from "../types";

/** Reads the command line. `checkGlobals` runs between the global options and the operation's, as in aws-cli. */
export function parse(
  argv: readonly string[],
  checkGlobals: (globals: EarlyGlobals) => Promise<void>,
): Promise<Invocation> {
  const { line, words } = splitAtCommand(argv);
  const takesCommand = words.length > 0 && operationNamed(line)?.verdict !== undefined;
  return new Promise((resolve, reject) => {
    const tree = createTree({ words: takesCommand ? words : [], checkGlobals, found: resolve });
    tree.parseAsync(takesCommand ? [...line] : [...argv], { from: "user" }).catch(reject);
  });
}
