import { Command, Option, type ParseOptionsResult } from "commander";
import { optionName, type Operation } from "../commands/operation";
import { commandOptions, inputOptions } from "../commands/options";
import { Failure } from "../failure";
import type { CallInvocation } from "../types";
import { hookCommandOf, type Times } from "./hook-command";
import { grammarOf, optionOf } from "./option";
import { readArguments } from "./read";

/** The options beside the members, as Commander keeps them. */
interface Given extends Times {
  readonly cliInputJson?: string;
  readonly generateCliSkeleton?: "input" | "output";
}

/** The last level of aws-cli's grammar: an operation's options, and the word `help`. */
export class OperationCommand extends Command {
  private readonly members: ReadonlyMap<string, Option>;

  constructor(readonly operation: Operation) {
    super(operation.command);
    this.helpOption(false).helpCommand(false);
    this.members = new Map(
      Object.keys(operation.input).map((member) => [member, new Option(`--${optionName(member)} <value>`)]),
    );
    const others = operation.verdict ? [...inputOptions, ...commandOptions] : inputOptions;
    for (const option of [...this.members.values(), ...others.map(optionOf)]) this.addOption(option);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    if (args.length === 1 && args[0] === "help") return { operands: args, unknown: [] };
    const { options, word, rest } = readArguments({ options: this.options.map(grammarOf) }, args);
    super.parseOptions([...options]);
    this.checkRequired();
    if (word === "help") return { operands: [word], unknown: [] };
    const unknown = word ? [...rest, word] : rest;
    if (unknown.length > 0) throw new Failure({ kind: "options-unknown", options: unknown });
    return { operands: [], unknown: [] };
  }

  /** The call that the options ask for, with the words of a command that stood behind them. Throws a Failure. */
  request(words: readonly string[]): Omit<CallInvocation, "globals"> {
    const { cliInputJson, generateCliSkeleton, ...times } = this.opts<Given>();
    const { operation } = this;
    const values = this.values();
    return {
      kind: "call",
      operation,
      values,
      cliInputJson,
      skeleton: generateCliSkeleton,
      hookCommand: hookCommandOf({ operation, values, words, times }),
    };
  }

  private values(): Record<string, string> {
    const given = this.opts<Record<string, string>>();
    const values: Record<string, string> = {};
    for (const [member, option] of this.members) {
      const value = given[option.attributeName()];
      if (value !== undefined) values[member] = value;
    }
    return values;
  }

  /** aws-cli looks for the words `--cli-input-json` and `--generate-cli-skeleton` as they are; here any form of them counts. */
  private checkRequired(): void {
    const { cliInputJson, generateCliSkeleton } = this.opts<Given>();
    if (cliInputJson !== undefined || generateCliSkeleton === "input") return;
    const given = this.values();
    const names = this.operation.required
      .filter((member) => given[member] === undefined)
      .map((member) => `--${optionName(member)}`);
    if (names.length > 0) throw new Failure({ kind: "arguments-required", names });
  }
}
