import { optionName } from "../operations/option-name";
import type { Operation } from "../operations/operation";
import type { FinalCall, Outcome } from "../operations/outcome";
import { code, heading, paragraph, type Block } from "./block";
import { tool } from "./sections";

/** What running a command for its end does, promises, and cannot do. */
export function commandSection(operation: Operation, outcome: Outcome): readonly Block[] {
  const { member, success, failure, help } = outcome;
  const inPlace = member === undefined ? "" : ` in place of --${optionName(member)}`;
  const [otherwise] = Object.values(failure);
  return [
    heading("REPORTING A COMMAND"),
    paragraph(
      `With -- COMMAND${inPlace}, the command is run and its end decides. Exit code 0: ${success.did}. Anything else: ${otherwise?.did ?? "nothing"}; that is another exit code, a command that cannot be started, a signal to it or to this tool, or more time than it was given. Nothing else is printed on standard output. On standard error a line says what is run and for how long, and a last one what was done, why, and how long the command ran.`,
    ),
    ...help.map(paragraph),
    paragraph(
      "Everything that the last call needs is checked first: the ids, region, endpoint and credentials. If something is missing the command is not started. Credentials that end before the command may, and that cannot be renewed, are warned of.",
    ),
    paragraph(
      "The command has the standard streams of this tool, and a session of its own. On a terminal that means: no job control, Ctrl-C comes to it by way of this tool, Ctrl-Z stops this tool alone, and /dev/tty cannot be opened. A signal to this tool is passed on to the command and all that it started; what is left of them when the command is over is told to stop too, and killed after the grace time. Only a process that left for a session of its own (setsid) is out of reach. A command that dies of a real-time signal (34 and up, which only programs that use them send) looks to Node as if it had exited with 0.",
    ),
    paragraph(
      "The last call is made as soon as the outcome is certain, and tried for up to 30 seconds. Signals do not stop it. If it cannot be made, standard error says so, with the command line that makes it by hand. If the service says that there is nothing to be done any more, that counts as done only after an attempt of this very run that had no answer; otherwise somebody else was first, and the exit code is 255.",
    ),
    paragraph(
      "Nothing can be called when this tool itself is killed by SIGKILL, by hand or for want of memory, or is ended in the instant in which Node starts. The service then waits until its own time is over. nohup does not keep SIGHUP from this tool, as Node does not see that it is ignored: to outlive a terminal, start it by setsid.",
    ),
    ...(outcome.finds.length === 0 && member !== undefined
      ? [
          paragraph("A script that reports by hand should do so however it ends:"),
          code(...trapScript(operation, { member, outcome, otherwise: otherwise ?? success })),
        ]
      : []),
  ];
}

interface Trap {
  readonly member: string;
  readonly outcome: Outcome;
  readonly otherwise: FinalCall;
}

function trapScript({ service, word }: Operation, { member, outcome, otherwise }: Trap): readonly string[] {
  const { needs, success } = outcome;
  return [
    "report() {",
    "  trap - EXIT",
    `  ${tool} ${service.word} ${word} \\`,
    ...needs.map((name) => `    --${optionName(name)} "$${variable(name)}" \\`),
    `    --${optionName(member)} "$1"`,
    "}",
    `trap 'report ${String(otherwise.values[member])}' EXIT`,
    "trap 'exit 129' HUP; trap 'exit 130' INT; trap 'exit 143' TERM",
    "",
    "./smoke-test.sh --quick || exit",
    `report ${String(success.values[member])}`,
  ];
}

/** A name for a member's value in a shell: the last two words of its option. */
function variable(member: string): string {
  return optionName(member).split("-").slice(-2).join("_").toUpperCase();
}
