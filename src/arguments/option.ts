import { Command } from "commander";
import type { OptionDeclaration } from "../operations/options";
import type { OptionGrammar } from "./read";

/**
 * A level of aws-cli's grammar with options. Commander keeps their values under their names without dashes, `true` for one
 * without a value; it is not asked to read them, as its rules are not aws-cli's.
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

  /** Keeps the options of a `Reading`. */
  protected take(given: readonly string[]): void {
    for (const option of given) {
      const equals = option.indexOf("=");
      const name = option.slice(2, equals < 0 ? undefined : equals);
      const bare = this.declared.find((one) => one.name === name)?.bare ?? true;
      this.setOptionValueWithSource(name, equals < 0 ? bare : option.slice(equals + 1), "cli");
    }
  }
}

function grammarOf({ name, value, bare, choices }: OptionDeclaration): OptionGrammar {
  return {
    flag: `--${name}`,
    takes: value === undefined ? "nothing" : bare === undefined ? "value" : "optional value",
    choices,
    ends: name === "version",
  };
}
