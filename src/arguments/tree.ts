import type { Command } from "commander";
import { Failure } from "../failure/failure";
import { globalOptions, grammar, waitOptions } from "../generated/grammar.js";
import type { OperationGrammar } from "../operations/operation";
import type { CallInvocation, Invocation, Shell } from "../types";
import { allGlobals, earlyGlobals, type EarlyGlobals } from "./globals";
import { GroupCommand, WordsCommand } from "./group-command";
import { OperationCommand } from "./operation-command";
import { hasHelpFlagBehind } from "./help-flag";
import { declaredGrammar } from "./option-command";
import { readArguments } from "./read";
import { waitOptionsOf } from "./wait-options";

/** The command line that the tree is built for. */
interface Line {
  readonly argv: readonly string[];
  /** The words of a command that end the line; none where there is no command. */
  readonly commandWords: readonly string[];
  readonly lacksCommand: boolean;
  checkGlobals(globals: EarlyGlobals): Promise<void>;
}

const shells: readonly Shell[] = ["bash", "zsh", "fish"];

/** The tree of commands, made from the operations' grammar. After parsing, `invocation` is what the line asks for. */
export class ToolCommand extends GroupCommand {
  invocation: Invocation = { kind: "version" };

  constructor(line: Line) {
    const found = (invocation: Invocation): void => {
      this.invocation = invocation;
    };
    const own = ownCommands(found);
    const level: Level = { line, found, globals: () => allGlobals(this) };
    const services = [...new Set(grammar.map(({ service }) => service))];
    super({
      name: "aws-lifecycle-hooks",
      wordName: "command",
      options: globalOptions.map(declaredGrammar),
      asksHelp: () => hasHelpFlagBehind(line.argv, undefined),
      ownWords: [...own.keys()],
      members: new Map([
        ...services.map((service) => [service, () => serviceCommand(service, level)] as const),
        ...own,
        helpOn([], found),
      ]),
    });
    this.hook("preSubcommand", async () => {
      await line.checkGlobals(earlyGlobals(this));
      allGlobals(this);
    }).action(() => undefined);
  }
}

/** The things that the levels below the tool need from it. */
interface Level {
  readonly line: Line;
  readonly found: (invocation: Invocation) => void;
  readonly globals: () => CallInvocation["globals"];
}

type Found = Level["found"];

function ownCommands(found: Found): Map<string, () => Command> {
  const completion = (words: readonly string[]): void => {
    const asksHelp = ["help", "--help", "-h"].includes(words[0] ?? "");
    found(asksHelp ? { kind: "help", path: [] } : { kind: "completion", shell: shellOf(words) });
  };
  const standIn = (words: readonly string[]): void => {
    found({ kind: "stand-in", words });
  };
  return new Map([
    ["completion", () => new WordsCommand("completion", completion)],
    ["stand-in", () => new WordsCommand("stand-in", standIn)],
  ]);
}

function serviceCommand(service: string, level: Level): Command {
  const offered = grammar.filter((operation) => operation.service === service);
  const members = new Map([
    ...offered.map((operation) => [operation.word, () => leafCommand(operation, level)] as const),
    ...(offered.some(({ waiters }) => waiters.length > 0)
      ? [["wait", () => waitCommand(service, offered, level)] as const]
      : []),
    helpOn([service], level.found),
  ]);
  return new GroupCommand({ name: service, wordName: "operation", options: [], members, ...asks(service, level) });
}

/** The third level: `deploy wait deployment-successful`. */
function waitCommand(service: string, offered: readonly OperationGrammar[], level: Level): Command {
  const leaves = offered.flatMap((operation) =>
    operation.waiters.map((waiter) => [waiter, () => leafCommand(operation, level, waiter)] as const),
  );
  const members = new Map([...leaves, helpOn([service, "wait"], level.found)]);
  return new GroupCommand({ name: "wait", wordName: "subcommand", options: [], members, ...asks("wait", level) });
}

function asks(word: string, { line }: Level): { readonly asksHelp: () => boolean } {
  return { asksHelp: () => hasHelpFlagBehind(line.argv, word) };
}

function leafCommand(operation: OperationGrammar, level: Level, waiter?: string): Command {
  const { line, found, globals } = level;
  const path = waiter === undefined ? [operation.word] : ["wait", waiter];
  const [, makeHelp] = helpOn([operation.service, ...path], found);
  const leaf = new OperationCommand({
    operation: waiter === undefined ? operation : { ...operation, own: waitOptions },
    name: waiter ?? operation.word,
    commandWords: waiter === undefined ? line.commandWords : [],
    lacksCommand: waiter === undefined && line.lacksCommand,
    makeHelp,
    ...asks(waiter ?? operation.word, level),
  });
  return leaf.action(() => {
    const wait = waiter === undefined ? undefined : waitOptionsOf(leaf.opts());
    found({ kind: "call", ...leaf.request(globals()), waiter, wait });
  });
}

function helpOn(path: readonly string[], found: Found): readonly [string, () => Command] {
  const ask = (): void => {
    found({ kind: "help", path });
  };
  return ["help", () => new WordsCommand("help", ask)];
}

/** The one word after `completion`; any other number of them, or another shell, is a Failure. */
function shellOf(words: readonly string[]): Shell {
  const { word, rest } = readArguments({ options: [], word: { name: "shell", choices: shells } }, words);
  if (rest.length > 0) throw new Failure({ kind: "options-unknown", options: rest });
  return word as Shell;
}
