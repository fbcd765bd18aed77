import type { Io, Shell } from "../types";
import { bashScript } from "./bash";
import { fishScript } from "./fish";
import { commandWords, type CommandWord } from "./words";
import { zshScript } from "./zsh";

const scripts: Readonly<Record<Shell, (commands: readonly CommandWord[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** Prints the completion script of a shell. Returns the exit code. */
export async function showCompletion(shell: Shell, io: Io): Promise<number> {
  io.out.write(scripts[shell](await commandWords()));
  return 0;
}
