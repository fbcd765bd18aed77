import { optionName } from "../operations/option-name";
import type { Operation } from "../operations/operation";
import type { FinalCall, Outcome } from "../operations/outcome";
import { code, heading, paragraph, type Block } from "./block";
import { tool } from "./sections";

/** The section that says what running a command does, promises, and cannot do. */
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
      "The tool first checks everything that the last call needs: the ids, region, endpoint and credentials. If something is missing, it does not start the command. It warns of credentials that may end before the command does and cannot be renewed.",
    ),
    paragraph(
      "The command has the standard streams of this tool and a session of its own. On a terminal this means that it has no job control, that Ctrl-C reaches it through this tool, that Ctrl-Z stops only this tool, and that it cannot open /dev/tty. The tool passes signals on to the command and to all processes that it started. When the command has ended, the tool tells the processes that are left to stop, and kills them after the grace time. It cannot reach a process that has started a session of its own (setsid). A command that dies of a real-time signal (34 and up, which few programs use) looks to Node as if it had exited with 0.",
    ),
    paragraph(
      "The tool makes the last call as soon as the outcome is certain, and tries for up to 30 seconds. Signals do not stop it. If it cannot make the call, it prints the command line that makes it by hand. If the service answers that the call was made already, the tool takes it for its own call only if an earlier attempt of this run had no answer. Otherwise somebody else was first, and the exit code is 255.",
    ),
    paragraph(
      "The tool cannot make the last call if SIGKILL ends it, by hand or because memory ran out, or if a signal ends it in the instant in which Node starts. The service then waits until its own time is over. nohup does not protect this tool from SIGHUP, because Node does not see that the signal is ignored. To outlive a terminal, start the tool with setsid.",
    ),
    ...(outcome.finds.length === 0 && member !== undefined
      ? [
          paragraph("A script that reports by hand should report however it ends:"),
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
