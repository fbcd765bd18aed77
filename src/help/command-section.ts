import type { Operation, Outcome } from "../operations/operation";
import { optionName } from "../operations/option-name";
import { code, heading, paragraph, type Block } from "./block";
import { tool } from "./sections";

/** What running a command for its outcome does, promises, and cannot do. */
export function commandSection(operation: Operation, outcome: Outcome): readonly Block[] {
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
