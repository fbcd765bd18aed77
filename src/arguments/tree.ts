import type { Command } from "commander";
import { Failure } from "../failure/failure";
import { globalOptions, grammars, listed, waitOptions } from "../generated/grammar.js";
import type { ListedOperation, OperationGrammar } from "../operations/operation";
import type { CallInvocation, Invocation, Shell } from "../types";
import { allGlobals, earlyGlobals, type EarlyGlobals } from "./globals";
import { GroupCommand, WordsCommand } from "./group-command";
import { OperationCommand } from "./operation-command";
import { hasHelpFlagBehind } from "./help-flag";
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

/** Commands that aws-cli does not have. */
const ownWords = ["completion", "stand-in"] as const;

/** The tree of commands, made from the operations' grammar. After parsing, `invocation` is what the line asks for. */
export class ToolCommand extends GroupCommand {
  invocation: Invocation = { kind: "version" };

  constructor(line: Line) {
    const found = (invocation: Invocation): void => {
      this.invocation = invocation;
    };
    const level: Level = { line, found, globals: () => allGlobals(this) };
    const services = [...new Set(listed.map(({ service }) => service))];
    super({
      name: "aws-lifecycle-hooks",
      wordName: "command",
      options: globalOptions,
      asksHelp: () => hasHelpFlagBehind(line.argv, undefined),
      ownWords,
      choices: [...services, ...ownWords, "help"],
      member: (word) => (services.includes(word) ? serviceCommand(word, level) : ownCommand(word, found)),
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

function ownCommand(word: string, found: Found): Command | undefined {
  switch (word) {
    case "completion":
      return new WordsCommand(word, (words) => {
        const asksHelp = ["help", "--help", "-h"].includes(words[0] ?? "");
        found(asksHelp ? { kind: "help", path: [] } : { kind: "completion", shell: shellOf(words) });
      });
    case "stand-in":
      return new WordsCommand(word, (words) => {
        found({ kind: "stand-in", words });
      });
    case "help":
      return helpOn([], found);
    default:
      return undefined;
  }
}

function serviceCommand(service: string, level: Level): Command {
  const offered = listed.filter((operation) => operation.service === service);
  const wait = offered.some(({ waiters }) => waiters.length > 0) ? ["wait"] : [];
  return new GroupCommand({
    name: service,
    wordName: "operation",
    options: [],
    choices: [...offered.map(({ word }) => word), ...wait, "help"],
    member: (word) => {
      if (word === "help") return helpOn([service], level.found);
      if (wait.includes(word)) return waitCommand(service, offered, level);
      const operation = offered.find((each) => each.word === word);
      return operation && leafCommand(operation, level);
    },
    ...asks(service, level),
  });
}

/** The third level: `deploy wait deployment-successful`. */
function waitCommand(service: string, offered: readonly ListedOperation[], level: Level): Command {
  return new GroupCommand({
    name: "wait",
    wordName: "subcommand",
    options: [],
    choices: [...offered.flatMap(({ waiters }) => waiters), "help"],
    member: (word) => {
      if (word === "help") return helpOn([service, "wait"], level.found);
      const operation = offered.find(({ waiters }) => waiters.includes(word));
      return operation && leafCommand(operation, level, word);
    },
    ...asks("wait", level),
  });
}

function asks(word: string, { line }: Level): { readonly asksHelp: () => boolean } {
  return { asksHelp: () => hasHelpFlagBehind(line.argv, word) };
}

function leafCommand(each: ListedOperation, level: Level, waiter?: string): Command {
  const { line, found, globals } = level;
  const operation = JSON.parse(grammars[each.word] ?? "") as OperationGrammar;
  const path = waiter === undefined ? [each.word] : ["wait", waiter];
  const leaf = new OperationCommand({
    operation: waiter === undefined ? operation : { ...operation, own: waitOptions },
    name: waiter ?? each.word,
    commandWords: waiter === undefined ? line.commandWords : [],
    lacksCommand: waiter === undefined && line.lacksCommand,
    makeHelp: () => helpOn([each.service, ...path], found),
    ...asks(waiter ?? each.word, level),
  });
  return leaf.action(() => {
    const wait = waiter === undefined ? undefined : waitOptionsOf(leaf.opts());
    found({ kind: "call", ...leaf.request(globals()), waiter, wait });
  });
}

function helpOn(path: readonly string[], found: Found): Command {
  return new WordsCommand("help", () => {
    found({ kind: "help", path });
  });
}

/** The one word after `completion`; any other number of them, or another shell, is a Failure. */
function shellOf(words: readonly string[]): Shell {
  const { word, rest } = readArguments({ options: [], word: { name: "shell", choices: shells } }, words);
  if (rest.length > 0) throw new Failure({ kind: "options-unknown", options: rest });
  return word as Shell;
}
