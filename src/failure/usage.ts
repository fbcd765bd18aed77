/** What stands above a command line error: how the tool is called, and how to get help. */
export function usageText(): string {
  return `usage: aws-lifecycle-hooks [options] <command> <subcommand> [parameters]
To see help text, you can run:

  aws-lifecycle-hooks help
  aws-lifecycle-hooks <command> help
  aws-lifecycle-hooks <command> <subcommand> help

`;
}
