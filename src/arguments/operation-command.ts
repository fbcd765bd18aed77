import type { Command, ParseOptionsResult } from "commander";
import { optionName, type Operation } from "../operations/operation";
import { commandOptions, inputOptions } from "../operations/options";
import { Failure } from "../failure/failure";
import type { CallInvocation } from "../types";
import { hookCommandOf, type Times } from "./hook-command";
import { OptionCommand } from "./option";
import { readArguments } from "./read";

/** The options beside the members, as Commander keeps them. */
interface Given extends Times {
  readonly "cli-input-json"?: string;
  readonly "generate-cli-skeleton"?: "input" | "output";
}

/** The last level of aws-cli's grammar: an operation's options, and the word `help`. */
export class OperationCommand extends OptionCommand {
  /** The option of each member. */
  private readonly memberOptions: ReadonlyMap<string, string>;

  /** `makeHelp` makes the command `help`, if a line has it. */
  constructor(
    readonly operation: Operation,
    private readonly makeHelp: () => Command,
  ) {
    const members = Object.entries(operation.input).map(([member, { about }]) => ({
      member,
      name: optionName(member),
      value: "VALUE",
      about,
    }));
    super(operation.command, [...members, ...inputOptions, ...(operation.verdict ? commandOptions : [])]);
    this.memberOptions = new Map(members.map(({ member, name }) => [member, name]));
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
    const given = this.opts<Given>();
    const { operation } = this;
    const values = this.values();
    return {
      kind: "call",
      operation,
      values,
      cliInputJson: given["cli-input-json"],
      skeleton: given["generate-cli-skeleton"],
      hookCommand: hookCommandOf({ operation, values, words, times: given }),
    };
  }

  private values(): Record<string, string> {
    const values: Record<string, string> = {};
    for (const [member, option] of this.memberOptions) {
      const value = this.getOptionValue(option) as string | undefined;
      if (value !== undefined) values[member] = value;
    }
    return values;
  }

  /** aws-cli looks for the words `--cli-input-json` and `--generate-cli-skeleton` as they are; here any form of them counts. */
  private checkRequired(): void {
    const given = this.opts<Given>();
    if (given["cli-input-json"] !== undefined || given["generate-cli-skeleton"] === "input") return;
    const values = this.values();
    const names = this.operation.required
      .filter((member) => values[member] === undefined)
      .map((member) => `--${optionName(member)}`);
    if (names.length > 0) throw new Failure({ kind: "arguments-required", names });
  }
}
