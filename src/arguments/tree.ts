import type { Command } from "commander";
import { operations } from "../operations/all";
import type { Operation, Service } from "../operations/operation";
import { globalOptions } from "../operations/options";
import { Failure } from "../failure/failure";
import type { Invocation, Shell } from "../types";
import { allGlobals, earlyGlobals, type EarlyGlobals } from "./globals";
import { GroupCommand, WordsCommand } from "./group-command";
import { OperationCommand } from "./operation-command";
import { readArguments, type Reading } from "./read";

/** What the tree is built for: one command line. */
interface Run {
  /** The words of a command that stood after `--`. */
  readonly words: readonly string[];
  checkGlobals(globals: EarlyGlobals): Promise<void>;
  /** Is told what the line asks for. */
  found(invocation: Invocation): void;
}

const shells: readonly Shell[] = ["bash", "zsh", "fish"];

/** The tree of commands, from the declarations. */
export function createTree(run: Run): GroupCommand {
  const services = [...new Set(operations.map((operation) => operation.service))];
  const own = ownCommands(run);
  const tool: GroupCommand = new GroupCommand({
    name: "aws-lifecycle-hooks",
    wordName: "command",
    options: globalOptions,
    ownWords: [...own.keys()],
    members: new Map([
      ...services.map((service) => [service.command, () => createService(service, tool, run)] as const),
      ...own,
      helpOn([], run),
    ]),
  });
  tool.hook("preSubcommand", async () => {
    await run.checkGlobals(earlyGlobals(tool));
    allGlobals(tool);
  });
  return tool.action(() => {
    run.found({ kind: "version" });
  });
}

function ownCommands(run: Run): Map<string, () => Command> {
  const completion = (words: readonly string[]): void => {
    run.found({ kind: "completion", shell: shellOf(words) });
  };
  const standIn = (words: readonly string[]): void => {
    run.found({ kind: "stand-in", words });
  };
  return new Map([
    ["completion", () => new WordsCommand("completion", completion)],
    ["stand-in", () => new WordsCommand("stand-in", standIn)],
  ]);
}

/** The operation that a line names, if it names one. What is wrong with the line is reported in its turn, not here. */
export function operationNamed(line: readonly string[]): Operation | undefined {
  try {
    let command: Command | undefined = createTree({
      words: [],
      checkGlobals: () => Promise.resolve(),
      found: () => undefined,
    });
    for (let rest = line; command instanceof GroupCommand;) {
      const reading: Reading = command.read(rest);
      command = command.member(reading.word ?? "");
      rest = reading.rest;
    }
    return command instanceof OperationCommand ? command.operation : undefined;
  } catch {
    return undefined;
  }
}

function createService(service: Service, tool: Command, run: Run): GroupCommand {
  const offered = operations.filter((operation) => operation.service === service);
  const members = new Map([
    ...offered.map((operation) => [operation.command, () => createOperation(operation, tool, run)] as const),
    helpOn([service.command], run),
  ]);
  return new GroupCommand({ name: service.command, wordName: "operation", options: [], members });
}

function createOperation(operation: Operation, tool: Command, run: Run): Command {
  const [, help] = helpOn([operation.service.command, operation.command], run);
  const leaf = new OperationCommand(operation, help);
  return leaf.action(() => {
    run.found({ ...leaf.request(run.words), globals: allGlobals(tool) });
  });
}

function helpOn(path: readonly string[], run: Run): readonly [string, () => Command] {
  const found = (): void => {
    run.found({ kind: "help", path });
  };
  return ["help", () => new WordsCommand("help", found)];
}

/** The one word after `completion`; any other number of them, or another shell, is a Failure. */
function shellOf(words: readonly string[]): Shell {
  const { word, rest } = readArguments({ options: [], word: { name: "shell", choices: shells } }, words);
  if (rest.length > 0) throw new Failure({ kind: "options-unknown", options: rest });
  return word as Shell;
}
