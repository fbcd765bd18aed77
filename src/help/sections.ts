import type { Example, Operation } from "../operations/operation";
import { globalOptions, type OptionDeclaration } from "../operations/options";
import { code, entry, heading, paragraph, rows, type Block } from "./block";

/** The name that the help calls the tool by. */
export const tool = "aws-lifecycle-hooks";

/** An option that is not a member, with what its value can be. */
export function optionEntry({ name, value, bare, choices, about }: OptionDeclaration): Block {
  const shown = value === undefined ? "" : bare === undefined ? ` ${value}` : ` [${value}]`;
  return entry(`--${name}${shown}`, about, ...(choices ? [`One of: ${choices.join(", ")}`] : []));
}

/** The options that every command has. */
export function globalOptionsSection(): readonly Block[] {
  return [heading("GLOBAL OPTIONS"), ...globalOptions.map(optionEntry)];
}

/** What an operation is typed like. */
export function examplesSection(examples: readonly Example[]): readonly Block[] {
  return [
    heading("EXAMPLES"),
    ...examples.flatMap(({ about, line }) => [paragraph(`${about}:`), code(...commandLines(line))]),
  ];
}

/** A command line of the tool to copy; a long one with an option on each line. */
export function commandLines(line: string): readonly string[] {
  const whole = `${tool} ${line}`;
  if (whole.length <= 72) return [whole];
  const [own = "", command] = whole.split(/ (?=-- )/);
  const options = own.split(/ (?=--)/).flatMap((part) => (part.length > 68 ? part.split(/ (.*)/s, 2) : [part]));
  const parts = [...options, ...(command === undefined ? [] : [command])];
  return parts.map((part, at) => `${at > 0 ? "    " : ""}${part}${at < parts.length - 1 ? " \\" : ""}`);
}

/** What the exit codes of every command mean. */
export function exitCodesSection(operation?: Operation): readonly Block[] {
  return [
    heading("EXIT CODES"),
    rows(
      ["0", "The service said yes, or what was asked for was printed."],
      ["2", "The command line could not be understood. Nothing was sent."],
      ["129", "Ended by SIGHUP."],
      ["130", "Ended by SIGINT, which is Ctrl-C."],
      ["143", "Ended by SIGTERM."],
      ["255", "Anything else. Standard error says what, and whether the call was made."],
    ),
    ...(operation?.outcome ? [commandExitCodes()] : []),
  ];
}

function commandExitCodes(): Block {
  return paragraph(
    "With -- COMMAND, and once the report is made, the exit code is the command's own: 128 plus the signal's number if a signal ended it, 124 if its time was over, 126 if it could not be executed, 127 if it was not found. If the report could not be made it is 255.",
  );
}
