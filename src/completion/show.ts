import type { Io } from "../types";

/** Prints the completion script of a shell. Gives the exit code. */
export function showCompletion(shell: string, io: Io): Promise<number> {
  io.out.write(`${shell}\n`);
  return Promise.resolve(0);
}
