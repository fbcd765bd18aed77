import { grammar } from "../generated/grammar.js";
import { loadOperation } from "../operations/load";
import { optionName } from "../operations/option-name";
import type { Operation } from "../operations/operation";
import { commandOptions } from "../operations/command-options";
import { globalOptions, inputOptions, type OptionDeclaration } from "../operations/options";
import { standInOptions } from "../operations/stand-in";
import { regions } from "./regions";

/** What can stand after an option: one of some words, a profile, a file, or text that may be `file://` and a path. */
export type Value =
  | { readonly kind: "choices"; readonly choices: readonly string[]; readonly optional: boolean }
  | { readonly kind: "profile" | "file" | "text" };

/** An option as completion sees it: dashes and name, one sentence, and its value if it takes one. */
export interface OptionWord {
  readonly option: string;
  readonly about: string;
  readonly value: Value | undefined;
}

/** A word that a command line can have in its place, and what may follow it. */
export interface CommandWord {
  readonly word: string;
  readonly about: string;
  readonly subcommands: readonly CommandWord[];
  readonly options: readonly OptionWord[];
  /** Whether a command of the user's own may stand after `--`. */
  readonly takesCommand: boolean;
}

/** The options that can stand anywhere. */
export const globalWords: readonly OptionWord[] = globalOptions.map(declared);

/** All commands, from the declarations. */
export async function commandWords(): Promise<readonly CommandWord[]> {
  const operations = (await Promise.all(grammar.map(loadOperation))).map(({ operation }) => operation);
  const titles = new Map(operations.map(({ service }) => [service.word, service.title]));
  return [
    ...[...titles].map(([word, title]) => ({
      ...plain(word, title),
      subcommands: [...operations.filter(({ service }) => service.word === word).map(operationWord), help],
    })),
    {
      ...plain("completion", "Prints a completion script"),
      subcommands: ["bash", "zsh", "fish"].map((shell) => plain(shell, `For ${shell}`)),
    },
    {
      ...plain("stand-in", "Starts an endpoint for tests"),
      options: standInOptions.map(declared),
      takesCommand: true,
    },
    help,
  ];
}

/** The options that take a value, which is then no word of the command's path. */
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

function operationWord({ word, summary, input, about, suggestions, outcome }: Operation): CommandWord {
  const members = Object.entries(input.members).map(([name, shape]): OptionWord => {
    const choices = suggestions[name] ?? (shape.kind === "string" ? shape.values : undefined);
    const value: Value = choices ? { kind: "choices", choices, optional: false } : { kind: "text" };
    return { option: `--${optionName(name)}`, about: sentence(about[name] ?? ""), value };
  });
  const options = [
    ...members,
    ...inputOptions.map(declared),
    ...(outcome ? commandOptions(outcome).map(declared) : []),
  ];
  return { ...plain(word, sentence(summary)), subcommands: [help], options, takesCommand: outcome !== undefined };
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
