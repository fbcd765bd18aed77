import type { Io } from "../types";

/** Shows the help of the tool, a service or an operation; `path` is the words before `help`. Gives the exit code. */
export function showHelp(path: readonly string[], io: Io): Promise<number> {
  io.out.write(`${path.join(" ")}\n`);
  return Promise.resolve(0);
}
