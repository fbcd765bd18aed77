import { listed } from "../generated/grammar.js";
import { loadOperation } from "../operations/load";
import { optionName } from "../operations/option-name";
import { commandOptions } from "../operations/command-options";
import { parkedOptions } from "../operations/parked-options";
import type { Operation, WaiterWords } from "../operations/operation";
import {
  globalOptions,
  inputOptions,
  pageOptions,
  pageOptionsOf,
  waitOptions,
  type OptionDeclaration,
} from "../operations/options";
import type { Shape } from "../operations/shape";
import { standInOptions } from "../operations/stand-in";
import { regions } from "./regions";

/** The value of an option: one of some words, a profile, a file, or text that may be `file://` and a path. */
export type Value =
  | { readonly kind: "choices"; readonly choices: readonly string[]; readonly optional: boolean }
  | { readonly kind: "profile" | "file" | "text" };

/** An option as completion sees it: dashes and name, one sentence, and its value if it takes one. */
export interface OptionWord {
  readonly option: string;
  readonly about: string;
  readonly value: Value | undefined;
  /** Whether more values may follow the first. */
  readonly isList?: boolean;
}

/** A word that a command line can have in its place, and the words that may follow it. */
export interface CommandWord {
  readonly word: string;
  readonly about: string;
  readonly subcommands: readonly CommandWord[];
  readonly options: readonly OptionWord[];
  /** Whether a user's command may stand after `--`. */
  readonly takesCommand: boolean;
}

/** A command and the words that lead to it, itself included. */
export type CommandPath = readonly [path: readonly string[], command: CommandWord];

/** The options that can stand anywhere. */
export const globalWords: readonly OptionWord[] = globalOptions.map(declared);

/** All commands, from the declarations. */
export async function commandWords(): Promise<readonly CommandWord[]> {
  const operations = (await Promise.all(listed.map(loadOperation))).map(({ operation }) => operation);
  const titles = new Map(operations.map(({ service }) => [service.word, service.title]));
  return [
    ...[...titles].map(([word, title]) => ({
      ...plain(word, title),
      subcommands: serviceWords(operations.filter(({ service }) => service.word === word)),
    })),
    {
      ...plain("completion", "Prints a completion script"),
      subcommands: ["bash", "zsh", "fish"].map((shell) => plain(shell, `For ${shell}`)),
    },
    {
      ...plain("stand-in", "Starts an endpoint for tests"),
      options: standInOptions.map(declared).map((option) => withErrorCodes(option, operations)),
      takesCommand: true,
    },
    help,
  ];
}

/** All commands and those below them. */
export function allPaths(commands: readonly CommandWord[], before: readonly string[] = []): readonly CommandPath[] {
  return commands.flatMap((command) => {
    const path = [...before, command.word];
    return [[path, command] as const, ...allPaths(command.subcommands, path)];
  });
}

/** The options that take a value, so that the word after them is not part of the command's path. */
export function valueOptions(commands: readonly CommandWord[]): readonly string[] {
  const options = [...globalWords, ...commands.flatMap(optionsOf)];
  return [...new Set(options.filter(({ value }) => value).map(({ option }) => option))];
}

function optionsOf({ options, subcommands }: CommandWord): readonly OptionWord[] {
  return [...options, ...subcommands.flatMap(optionsOf)];
}

function plain(word: string, about: string): CommandWord {
  return { word, about, subcommands: [], options: [], takesCommand: false };
}

const help = plain("help", "Shows the help");

/** The operations, the waiters under `wait`, and `help`. */
function serviceWords(operations: readonly Operation[]): readonly CommandWord[] {
  const waiters = operations.flatMap((operation) =>
    Object.entries(operation.waiters).map(([word, waiter]) => waiterWord(word, waiter, operation)),
  );
  const wait: CommandWord = { ...plain("wait", "Waits for something to come"), subcommands: [...waiters, help] };
  return [...operations.map(operationWord), ...(waiters.length > 0 ? [wait] : []), help];
}

function operationWord(operation: Operation): CommandWord {
  const { word, summary, model, outcome, parked } = operation;
  const [cliInputJson, ...others] = inputOptions;
  const added = [
    ...(cliInputJson ? [cliInputJson] : []),
    ...(model.pages
      ? pageOptionsOf({ ...(model.pages.limitKey !== undefined && { limit: model.pages.limitKey }) }, pageOptions)
      : []),
    ...others,
    ...(outcome ? commandOptions(outcome) : []),
    ...(parked ? parkedOptions(parked) : []),
  ];
  const options = [...memberWords(operation), ...added.map(declared)];
  return { ...plain(word, sentence(summary)), subcommands: [help], options, takesCommand: outcome !== undefined };
}

function waiterWord(word: string, { summary }: WaiterWords, operation: Operation): CommandWord {
  const options = [...memberWords(operation), ...[...inputOptions, ...waitOptions].map(declared)];
  return { ...plain(word, sentence(summary)), subcommands: [help], options };
}

/** The options of the members and those that aws-cli adds, without those that it hides. */
function memberWords({ input, about, suggestions, addedOptions, model }: Operation): readonly OptionWord[] {
  const hidden = [model.pages?.inputToken, model.pages?.limitKey];
  const shown = Object.entries(input.members).filter(([name]) => !hidden.includes(name));
  return [
    ...shown.flatMap(([name, shape]) =>
      optionWords(optionName(name), shape, { about: about[name] ?? "", values: suggestions[name] }),
    ),
    ...Object.entries(addedOptions).flatMap(([name, { shape, about }]) => optionWords(name, shape, { about })),
  ];
}

interface Words {
  readonly about: string;
  readonly values?: readonly string[] | undefined;
}

function optionWords(name: string, shape: Shape, { about, values }: Words): readonly OptionWord[] {
  const word = { option: `--${name}`, about: sentence(about), value: undefined };
  if (shape.kind === "boolean") return [word, { ...word, option: `--no-${name}`, about: `Not --${name}` }];
  const single = shape.kind === "list" ? shape.of : shape;
  const choices = values ?? (single.kind === "string" ? single.values : undefined);
  const value: Value = choices ? { kind: "choices", choices, optional: false } : { kind: "text" };
  return [{ ...word, value, isList: shape.kind === "list" }];
}

/** An option with its values, if it is `--error`: the codes that the operations document. */
function withErrorCodes(option: OptionWord, operations: readonly Operation[]): OptionWord {
  if (option.option !== "--error") return option;
  const codes = [...new Set(operations.flatMap(({ model }) => Object.keys(model.errors)))].sort();
  return { ...option, value: { kind: "choices", choices: codes, optional: false } };
}

function declared({ name, value, bare, choices, completes, about }: OptionDeclaration): OptionWord {
  const option = `--${name}`;
  if (value === undefined) return { option, about: sentence(about), value: undefined };
  const words = completes === "region" ? regions : choices;
  const free: Value = { kind: completes === "profile" || completes === "file" ? completes : "text" };
  const known: Value = words ? { kind: "choices", choices: words, optional: bare !== undefined } : free;
  return { option, about: sentence(about), value: known };
}

/** The first sentence, without its end. */
function sentence(about: string): string {
  return about.replace(/\.(?: .*)?$/s, "");
}
