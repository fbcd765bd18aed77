/** Whether a word asks for help in the way of most programs. It does so only as the first word behind a command. */
export function isHelpFlag(word: string | undefined): boolean {
  return word === "--help" || word === "-h";
}

/** Whether a flag that asks for help stands right behind a word of the line; behind none, whether the line begins with it. */
export function hasHelpFlagBehind(argv: readonly string[], word: string | undefined): boolean {
  return argv.some((arg, at) => isHelpFlag(arg) && argv[at - 1] === word);
}
