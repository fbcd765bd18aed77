/** An option as reading a command line sees it. */
export interface OptionGrammar {
  /** Without its dashes. */
  readonly name: string;
  /** The number of words that it takes: one, one or none, none, or all up to the next option. */
  readonly takes: "value" | "optional value" | "nothing" | "values";
  readonly choices?: readonly string[] | undefined;
  /** Whether each word must be an integer. */
  readonly integer?: boolean | undefined;
  /** The option of the same pair that this one denies; this one takes no words. */
  readonly denies?: string | undefined;
  /** Whether the reading ends with this option. */
  readonly ends?: boolean | undefined;
}

/** An option that is not a member of an operation's input, with what help and completion say of it. */
export interface OptionDeclaration {
  /** Without its dashes. */
  readonly name: string;
  /** The name of the value in the help; absent for an option without a value. */
  readonly value?: string;
  /** The value that the option stands for without a value; absent if the value must be given. */
  readonly bare?: string;
  readonly choices?: readonly string[];
  /** Whether the value must be an integer; this is checked while the line is read. */
  readonly integer?: boolean;
  /** Whether the reading of the line ends with this option. */
  readonly ends?: boolean;
  /** The kind of words that completion offers if there are no choices. */
  readonly completes?: "profile" | "region" | "file";
  /** The purpose of the option: one or two sentences of the help. */
  readonly about: string;
}

/** The options that may stand anywhere on the command line, in aws-cli's order, which is the order of its messages. */
export const globalOptions: readonly OptionDeclaration[] = [
  { name: "debug", about: "Prints each step with its time on standard error. Secrets are masked." },
  { name: "endpoint-url", value: "URL", about: "Sends the request to this address instead of the service's own." },
  {
    name: "no-verify-ssl",
    about: "Does not check the certificate, so that anybody can answer. For tests only.",
  },
  { name: "no-paginate", about: "Makes one call and prints its answer, even if there are more pages." },
  {
    name: "output",
    value: "FORMAT",
    choices: ["json", "text", "table"],
    about: "The format of the output. json, unless something else is configured.",
  },
  { name: "query", value: "EXPRESSION", about: "A JMESPath expression that selects the parts of the answer to print." },
  {
    name: "profile",
    value: "NAME",
    completes: "profile",
    about: "The profile of the configuration files to take settings and credentials from.",
  },
  {
    name: "region",
    value: "NAME",
    completes: "region",
    about: "The region to send the request to, such as eu-west-1.",
  },
  {
    name: "color",
    value: "WHEN",
    choices: ["on", "off", "auto"],
    about: "Whether tables have colours. auto, the default, uses colours on a terminal.",
  },
  { name: "no-sign-request", about: "Sends the request unsigned and looks for no credentials." },
  {
    name: "ca-bundle",
    value: "FILE",
    completes: "file",
    about: "A PEM file of certificate authorities to trust instead of the default ones.",
  },
  {
    name: "cli-read-timeout",
    value: "SECONDS",
    about: "How long the service may be silent before an attempt ends. 60 by default, 0 for no limit.",
  },
  {
    name: "cli-connect-timeout",
    value: "SECONDS",
    about: "How long it may take to connect before an attempt ends. 60 by default, 0 for no limit.",
  },
  { name: "v2-debug", about: "Accepted, but has no effect." },
  { name: "version", ends: true, about: "Prints the version and does nothing else." },
];

/** The options that every operation has besides its members. */
export const inputOptions: readonly OptionDeclaration[] = [
  {
    name: "cli-input-json",
    value: "JSON",
    about: "The input as one JSON object, or as file://PATH. Options on the command line win over its members.",
  },
  {
    name: "generate-cli-skeleton",
    value: "KIND",
    bare: "input",
    choices: ["input", "output"],
    about:
      "Sends nothing. input, the default, prints a JSON object to fill in for --cli-input-json. output checks the input and prints a sample answer.",
  },
];

/** The options of an operation whose answer comes in pages, in aws-cli's order: they stand between the two of `inputOptions`. */
export const pageOptions: readonly OptionDeclaration[] = [
  {
    name: "starting-token",
    value: "TOKEN",
    about: "Goes on where --max-items stopped. TOKEN is the NextToken of that answer.",
  },
  {
    name: "page-size",
    value: "N",
    integer: true,
    about: "How many items to ask for in one call. The tool gathers all pages, whatever their size.",
  },
  {
    name: "max-items",
    value: "N",
    integer: true,
    about: "Stops after this many items. NextToken in the answer says where to go on.",
  },
];

/**
 * The page options of an operation, each as it is passed in. An operation without a member that limits a page has no
 * `--page-size`.
 */
export function pageOptionsOf<Option extends { readonly name: string } = OptionDeclaration>(
  { limit }: { readonly limit?: string },
  all: readonly Option[],
): readonly Option[] {
  return all.filter(({ name }) => limit !== undefined || name !== "page-size");
}

/** The options as reading a command line sees them; the build keeps them so. */
export function grammarsOf(options: readonly OptionDeclaration[]): readonly OptionGrammar[] {
  return options.map(({ name, value, bare, choices, integer, ends }) => ({
    name,
    takes: value === undefined ? "nothing" : bare === undefined ? "value" : "optional value",
    choices,
    integer,
    ends,
  }));
}

/** The options of a waiter that aws-cli does not have. Times in seconds. */
export const waitOptions: readonly OptionDeclaration[] = [
  {
    name: "cli-wait-timeout",
    value: "SECONDS",
    about:
      "How long to wait at most, 0 for no limit; 1800 if only the interval is given. With it changes of the status are told on standard error, and why it failed.",
  },
  {
    name: "cli-wait-interval",
    value: "SECONDS",
    about:
      "How long to wait before the status is asked for again, 15 by default. It tells what --cli-wait-timeout tells.",
  },
];
