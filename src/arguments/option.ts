import { Command, Option } from "commander";
import type { OptionDeclaration } from "../commands/options";
import type { OptionGrammar } from "./read";

/**
 * A level of aws-cli's grammar with options. Of those that are declared, Commander gets the ones that a line gives:
 * to make them all takes longer than the rest of a run without a call.
 */
export class OptionCommand extends Command {
  constructor(
    name: string,
    private readonly declared: readonly OptionDeclaration[],
  ) {
    super(name);
    this.helpOption(false).helpCommand(false);
  }

  protected grammar(): OptionGrammar[] {
    return this.declared.map(grammarOf);
  }

  /** Hands Commander options in the form of a `Reading`. */
  protected take(given: readonly string[]): void {
    const names = new Set(given.map((option) => option.slice(2).split("=", 1)[0]));
    for (const option of this.declared) if (names.has(option.name)) this.addOption(optionOf(option));
    super.parseOptions([...given]);
  }
}

function optionOf({ name, value, bare, choices }: OptionDeclaration): Option {
  const argument = value === undefined ? "" : bare === undefined ? ` <${value}>` : ` [${value}]`;
  const option = new Option(`--${name}${argument}`);
  if (choices) option.choices(choices);
  if (bare !== undefined) option.preset(bare);
  return option;
}

function grammarOf({ name, value, bare, choices }: OptionDeclaration): OptionGrammar {
  return {
    flag: `--${name}`,
    takes: value === undefined ? "nothing" : bare === undefined ? "value" : "optional value",
    choices,
    ends: name === "version",
  };
}
