import type { Invocation } from "../types";
import type { EarlyGlobals } from "./globals";
import { ToolCommand } from "./tree";
import { commandWords, lacksCommand } from "./user-command";

/** Reads the command line. `checkGlobals` runs between the global options and the operation's, as in aws-cli. Throws a Failure. */
export async function parse(
  argv: readonly string[],
  checkGlobals: (globals: EarlyGlobals) => Promise<void>,
): Promise<Invocation> {
  const line = { argv, commandWords: commandWords(argv), lacksCommand: lacksCommand(argv), checkGlobals };
  const tree = new ToolCommand(line);
  await tree.parseAsync([...argv], { from: "user" });
  return tree.invocation;
}
