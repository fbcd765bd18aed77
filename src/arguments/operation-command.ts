import type { Command, ParseOptionsResult } from "commander";
import { optionName, type Operation } from "../commands/operation";
import { commandOptions, inputOptions } from "../commands/options";
import { Failure } from "../failure";
import type { CallInvocation } from "../types";
import { hookCommandOf, type Times } from "./hook-command";
import { OptionCommand } from "./option";
import { readArguments } from "./read";

/** The options beside the members, as Commander keeps them. */
interface Given extends Times {
  readonly cliInputJson?: string;
  readonly generateCliSkeleton?: "input" | "output";
}

/** The last level of aws-cli's grammar: an operation's options, and the word `help`. */
export class OperationCommand extends OptionCommand {
  /** `makeHelp` makes the command `help`, if a line has it. */
  constructor(
    readonly operation: Operation,
    private readonly makeHelp: () => Command,
  ) {
    const members = Object.entries(operation.input).map(([member, { about }]) => ({
      name: optionName(member),
      value: "VALUE",
      about,
    }));
    super(operation.command, [...members, ...inputOptions, ...(operation.verdict ? commandOptions : [])]);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    if (args.length === 1 && args[0] === "help") return this.helpInstead();
    const { options, word, rest } = readArguments({ options: this.grammar() }, args);
    this.take(options);
    this.checkRequired();
    if (word === "help") return this.helpInstead();
    const unknown = word ? [...rest, word] : rest;
    if (unknown.length > 0) throw new Failure({ kind: "options-unknown", options: unknown });
    return { operands: [], unknown: [] };
  }

  private helpInstead(): ParseOptionsResult {
    this.addCommand(this.makeHelp());
    return { operands: ["help"], unknown: [] };
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
    const values: Record<string, string> = {};
    for (const member of Object.keys(this.operation.input)) {
      const option = this.options.find((one) => one.name() === optionName(member));
      if (option) values[member] = this.getOptionValue(option.attributeName()) as string;
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
