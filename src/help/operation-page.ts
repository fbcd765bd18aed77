import { optionName } from "../operations/option-name";
import type { Operation, Outcome } from "../operations/operation";
import type { Shape } from "../operations/shape";
import { commandOptions, inputOptions } from "../operations/options";
import { code, entry, heading, paragraph, type Block } from "./block";
import { examplesSection, exitCodesSection, globalOptionsSection, optionEntry, tool } from "./sections";

/** All there is to know about an operation, from its declaration. */
export function operationPage(operation: Operation): readonly Block[] {
  const { word, summary, description, outcome } = operation;
  return [
    heading("NAME"),
    paragraph(`${word} - ${summary}`),
    heading("DESCRIPTION"),
    ...description.map(paragraph),
    heading("SYNOPSIS"),
    code(...synopsis(operation)),
    heading("OPTIONS"),
    paragraph(
      "A value can come from a file: file://PATH reads text and fileb://PATH bytes; http:// and https:// fetch it. An option can be shortened as long as it is clear which one is meant.",
    ),
    ...Object.keys(operation.input.members).map((name) => memberEntry(name, operation)),
    ...inputOptions.map(optionEntry),
    ...(outcome ? commandOptions.map(optionEntry) : []),
    ...(outcome ? commandSection(operation, outcome) : []),
    ...globalOptionsSection(),
    ...examplesSection(operation.examples),
    ...outputSection(operation),
    ...exitCodesSection(operation),
  ];
}

function synopsis(operation: Operation): readonly string[] {
  const { service, word, input, outcome } = operation;
  return [
    `${tool} ${service.word} ${word}`,
    ...Object.keys(input.members).map((name) => {
      const option = `--${optionName(name)} <value>`;
      return `    ${input.required.includes(name) ? option : `[${option}]`}`;
    }),
    "    [--cli-input-json <value>]",
    "    [--generate-cli-skeleton [<value>]]",
    ...(outcome ? ["    [-- COMMAND [ARGUMENT]...]"] : []),
  ];
}

function memberEntry(name: string, { input, about }: Operation): Block {
  const shape = input.members[name] ?? { kind: "document" };
  const kind = `${shape.kind}${input.required.includes(name) ? ", required" : ""}`;
  return entry(`--${optionName(name)} (${kind})`, about[name] ?? "", ...limits(shape));
}

function limits(shape: Shape): readonly string[] {
  if (!("min" in shape) && !("max" in shape) && shape.kind !== "string") return [];
  const { min, max } = shape;
  const unit = shape.kind === "string" ? " characters" : shape.kind === "list" ? " items" : "";
  const range = min === undefined || max === undefined ? [] : [`${min} to ${max}${unit}`];
  const { values, pattern } = shape.kind === "string" ? shape : {};
  return [
    ...(values ? [`One of: ${values.join(", ")}`] : []),
    ...(range.length > 0 || pattern ? [[...range, ...(pattern ? [`matching ${pattern}`] : [])].join(", ")] : []),
  ];
}

function outputSection({ output, outputAbout }: Operation): readonly Block[] {
  const members = Object.entries(output.members);
  if (members.length === 0) return [heading("OUTPUT"), paragraph("Nothing: exit code 0 is the whole answer.")];
  return [
    heading("OUTPUT"),
    paragraph("In the format that --output asks for, and as far as --query picks it:"),
    ...members.map(([name, { kind }]) => entry(`${name} (${kind})`, outputAbout[name] ?? "")),
  ];
}

/** What running a command for its verdict does, promises, and cannot do. */
function commandSection(operation: Operation, outcome: Outcome): readonly Block[] {
  const option = `--${optionName(outcome.member)}`;
  return [
    heading("REPORTING A COMMAND"),
    paragraph(
      `With -- COMMAND in place of ${option}, the command is run and its end is reported: ${outcome.success} if it exits with 0. Whatever else becomes of it is ${outcome.failure}: another exit code, a command that cannot be started, a signal to it or to this tool, or more time than it was given. Nothing else is printed on standard output; a last line on standard error says what was reported, why, and how long the command ran.`,
    ),
    paragraph(
      "All that the report needs is checked first: the ids, region, endpoint and credentials. If something is missing the command is not started.",
    ),
    paragraph(
      "The command has the standard streams of this tool, and a session of its own. On a terminal that means: no job control, Ctrl-C comes to it by way of this tool, Ctrl-Z stops this tool alone, and /dev/tty cannot be opened. A signal to this tool is passed on to the command and all that it started; what is left of them when the command is over is told to stop too, and killed after the grace time. Only a process that left for a session of its own (setsid) is out of reach. A command that dies of a real-time signal (34 and up, which only programs that use them send) looks to Node as if it had exited with 0.",
    ),
    paragraph(
      "The report is made as soon as its verdict is certain, and tried for up to 30 seconds. Signals do not stop it. If it cannot be made, standard error says so, with the command line that makes it by hand.",
    ),
    paragraph(
      "Nothing can be reported when this tool itself is killed by SIGKILL, by hand or for want of memory, or is ended in the instant in which Node starts. The service then waits until its own time is over, and takes the hook for failed.",
    ),
    paragraph("A script that reports by hand should do so however it ends:"),
    code(...trapScript(operation, outcome)),
  ];
}

function trapScript({ service, word }: Operation, { member, needs, success, failure }: Outcome): readonly string[] {
  return [
    "report() {",
    "  trap - EXIT",
    `  ${tool} ${service.word} ${word} \\`,
    ...needs.map((name) => `    --${optionName(name)} "$${variable(name)}" \\`),
    `    --${optionName(member)} "$1"`,
    "}",
    `trap 'report ${failure}' EXIT`,
    "trap 'exit 129' HUP; trap 'exit 130' INT; trap 'exit 143' TERM",
    "",
    "./smoke-test.sh --quick || exit",
    `report ${success}`,
  ];
}

/** A name for a member's value in a shell: the last two words of its option. */
function variable(member: string): string {
  return optionName(member).split("-").slice(-2).join("_").toUpperCase();
}
