import type { Example, Operation } from "../operations/operation";
import { globalOptions, type OptionDeclaration } from "../operations/options";
import { code, entry, heading, paragraph, rows, type Block } from "./block";

/** The tool's name in the help. */
export const tool = "aws-lifecycle-hooks";

/** An option that is not a member, with its possible values. */
export function optionEntry({ name, value, bare, choices, about }: OptionDeclaration): Block {
  const shown = value === undefined ? "" : bare === undefined ? ` ${value}` : ` [${value}]`;
  return entry(`--${name}${shown}`, about, ...(choices ? [`One of: ${choices.join(", ")}`] : []));
}

/** The options that every command has. */
export function globalOptionsSection(): readonly Block[] {
  return [heading("GLOBAL OPTIONS"), ...globalOptions.map(optionEntry)];
}

/** The section of examples. */
export function examplesSection(examples: readonly Example[]): readonly Block[] {
  return [
    heading("EXAMPLES"),
    ...examples.flatMap(({ about, line }) => [paragraph(`${about}:`), code(...commandLines(line))]),
  ];
}

/** A command line of the tool, to copy; a long one has an option on each line. */
export function commandLines(line: string): readonly string[] {
  const whole = `${tool} ${line}`;
  if (whole.length <= 72) return [whole];
  const [own = "", command] = whole.split(/ (?=-- )/);
  const options = own.split(/ (?=--)/).flatMap((part) => (part.length > 68 ? part.split(/ (.*)/s, 2) : [part]));
  const parts = [...options, ...(command === undefined ? [] : [command])];
  return parts.map((part, at) => `${at > 0 ? "    " : ""}${part}${at < parts.length - 1 ? " \\" : ""}`);
}

/** The section of exit codes, of every command or of an operation. */
export function exitCodesSection(operation?: Operation): readonly Block[] {
  return [
    heading("EXIT CODES"),
    rows(
      ["0", "The service did what was asked, or the tool printed what was asked for."],
      ["2", "The command line is wrong. Nothing was sent."],
      ["129", "SIGHUP ended the tool."],
      ["130", "SIGINT (Ctrl-C) ended the tool."],
      ["143", "SIGTERM ended the tool."],
      [
        "255",
        "Anything else. A message on standard error says what happened, and whether the call may have been made.",
      ],
    ),
    ...(operation?.outcome ? [commandExitCodes()] : []),
  ];
}

function commandExitCodes(): Block {
  return paragraph(
    "With -- COMMAND, the exit code is the command's own once the report is made: 128 and the signal's number if a signal ended it, 124 if it ran too long, 126 if it could not be started, 127 if it was not found. It is 255 if the report could not be made.",
  );
}
