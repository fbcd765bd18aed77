import type { Io } from "../types";

/** Runs the stand-in service until it is stopped, or while a command runs. Gives the exit code. */
export function runStandIn(words: readonly string[], io: Io): Promise<number> {
  io.out.write(`${words.join(" ")}\n`);
  return Promise.resolve(0);
}
