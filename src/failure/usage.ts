/** The text above a command line error: the usage of the tool, and how to get help. */
export function usageText(): string {
  return `usage: aws-lifecycle-hooks [options] <command> <subcommand> [parameters]
To see help text, you can run:

  aws-lifecycle-hooks help
  aws-lifecycle-hooks <command> help
  aws-lifecycle-hooks <command> <subcommand> help

`;
}
