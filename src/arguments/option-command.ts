import { Command } from "commander";
import type { OptionGrammar } from "../operations/options";
import type { Given } from "./read";

/**
 * A level of aws-cli's grammar with options. Commander keeps their values under their names without dashes, but does
 * not read them, because its rules are not aws-cli's. A value is a text, a boolean for an option without one, or a
 * list.
 */
export class OptionCommand extends Command {
  constructor(
    name: string,
    protected readonly grammar: readonly OptionGrammar[],
  ) {
    super(name);
    this.helpOption(false).helpCommand(false);
  }

  /** Keeps the options of a `Reading`; if an option is repeated, the last one wins. */
  protected take(given: readonly Given[]): void {
    for (const { option, words } of given) {
      const { name, takes, denies } = option;
      const value = takes === "values" ? words : (words[0] ?? denies === undefined);
      this.setOptionValueWithSource(denies ?? name, value, "cli");
    }
  }
}
