import { Option } from "commander";
import type { OptionDeclaration } from "../commands/options";
import type { OptionGrammar } from "./read";

/** Commander's option for a declared one. */
export function optionOf({ name, value, bare, choices }: OptionDeclaration): Option {
  const argument = value === undefined ? "" : bare === undefined ? ` <${value}>` : ` [${value}]`;
  const option = new Option(`--${name}${argument}`);
  if (choices) option.choices(choices);
  if (bare !== undefined) option.preset(bare);
  return option;
}

/** What the grammar needs to know of a Commander option. */
export function grammarOf(option: Option): OptionGrammar {
  return {
    flag: `--${option.name()}`,
    takes: option.required ? "value" : option.optional ? "optional value" : "nothing",
    choices: option.argChoices,
    ends: option.name() === "version",
  };
}
