/** An option that is not a member of an operation's input, as the command line is read with it. */
export interface OptionForm {
  /** Without its dashes. */
  readonly name: string;
  /** What the help calls the value; absent for an option that takes none. */
  readonly value?: string;
  /** What the option means without its value; absent where the value must be given. */
  readonly bare?: string;
  readonly choices?: readonly string[];
  /** Whether the value is an integer, which is then checked as the line is read. */
  readonly integer?: boolean;
  /** Whether nothing after the option is looked at. */
  readonly ends?: boolean;
}

/** The same with what help and completion say of it. */
export interface OptionDeclaration extends OptionForm {
  /** What completion offers where it is not one of the choices. */
  readonly completes?: "profile" | "region" | "file";
  /** What the option is for: one or two sentences of the help. */
  readonly about: string;
}

/** The options that may stand anywhere on the command line, in aws-cli's order, which is the order of its messages. */
export const globalOptions: readonly OptionDeclaration[] = [
  { name: "debug", about: "Tells on standard error what is done, with times. Secrets are masked." },
  { name: "endpoint-url", value: "URL", about: "Sends the request to this address instead of the service's own." },
  {
    name: "no-verify-ssl",
    about: "Does not check the certificate of the other side. Whoever answers is believed: for tests only.",
  },
  { name: "no-paginate", about: "Makes one call and prints its answer, even if there are more pages." },
  {
    name: "output",
    value: "FORMAT",
    choices: ["json", "text", "table"],
    about: "How the answer is printed. json if nothing else is configured.",
  },
  { name: "query", value: "EXPRESSION", about: "A JMESPath expression that picks what is printed of the answer." },
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
    about: "Whether table output is coloured. auto, the default, colours on a terminal.",
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
    about: "How long the service may be silent before the attempt is given up. 60 by default, 0 for no limit.",
  },
  {
    name: "cli-connect-timeout",
    value: "SECONDS",
    about: "How long connecting may take before the attempt is given up. 60 by default, 0 for no limit.",
  },
  { name: "v2-debug", about: "Accepted, and without effect." },
  { name: "version", ends: true, about: "Prints the version and does nothing else." },
];

/** The options that every operation has besides its members. */
export const inputOptions: readonly OptionDeclaration[] = [
  {
    name: "cli-input-json",
    value: "JSON",
    about: "The input as one JSON object, or file://PATH of a file with it. Options win over its members.",
  },
  {
    name: "generate-cli-skeleton",
    value: "KIND",
    bare: "input",
    choices: ["input", "output"],
    about:
      "Sends nothing. input, the default, prints a JSON object to fill in and give to --cli-input-json; output checks the input and prints a sample answer.",
  },
];

/** The options of an operation whose answer comes in pages, in aws-cli's order: they stand between the two of `inputOptions`. */
export const pageOptions: readonly OptionDeclaration[] = [
  {
    name: "starting-token",
    value: "TOKEN",
    about: "Goes on where --max-items stopped: the NextToken of that answer.",
  },
  {
    name: "page-size",
    value: "N",
    integer: true,
    about: "How many items one call asks for. All pages are gathered, whatever their size.",
  },
  {
    name: "max-items",
    value: "N",
    integer: true,
    about: "Stops after so many items, and says with NextToken how to go on.",
  },
];

/** The page options of an operation, all or what is needed of each: without a member that limits a page there is no size of one. */
export function pageOptionsOf<Option extends OptionForm = OptionDeclaration>(
  { limit }: { readonly limit?: string },
  all: readonly Option[],
): readonly Option[] {
  return all.filter(({ name }) => limit !== undefined || name !== "page-size");
}

/** What reading a command line needs to know of options: the build keeps it. */
export function formsOf(options: readonly OptionDeclaration[]): readonly OptionForm[] {
  const isForm = ([name]: readonly [string, unknown]): boolean => name !== "about" && name !== "completes";
  return options.map((option) => Object.fromEntries(Object.entries(option).filter(isForm)) as unknown as OptionForm);
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
