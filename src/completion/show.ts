import type { Io, Shell } from "../types";
import { bashScript } from "./bash";
import { fishScript } from "./fish";
import { zshScript } from "./zsh";

const scripts: Readonly<Record<Shell, () => string>> = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** Prints the completion script of a shell. Gives the exit code. */
export function showCompletion(shell: Shell, io: Io): Promise<number> {
  io.out.write(scripts[shell]());
  return Promise.resolve(0);
}
