/** Whether a word asks for help as in most programs. It does so only as the first word after a command. */
export function isHelpFlag(word: string | undefined): boolean {
  return word === "--help" || word === "-h";
}

/**
 * Whether a flag that asks for help stands directly after `word`; if that is undefined, whether the line begins with
 * one.
 */
export function hasHelpFlagBehind(argv: readonly string[], word: string | undefined): boolean {
  return argv.some((arg, at) => isHelpFlag(arg) && argv[at - 1] === word);
}
