import type { Command, ParseOptionsResult } from "commander";
import { Failure } from "../failure/failure";
import { inputOptions } from "../operations/options";
import type { OperationGrammar } from "../operations/operation";
import type { CallInvocation, TypedValue, TypedValues } from "../types";
import { declaredGrammar, OptionCommand } from "./option-command";
import { readArguments, type OptionGrammar } from "./read";
import { userCommandOf, type CommandOptions } from "./user-command";

/** The options beside the operation's own, as Commander keeps them. */
interface GivenOptions extends CommandOptions {
  readonly "cli-input-json"?: string;
  readonly "generate-cli-skeleton"?: "input" | "output" | true;
}

/** What the last level is made of. */
interface Leaf {
  readonly operation: OperationGrammar;
  /** The word that names it on the line: the operation's, or a waiter's. */
  readonly name: string;
  /** The words of a command that end the line; none where there is no command. */
  readonly commandWords: readonly string[];
  /** Whether the line ends with a `--` and no command. */
  readonly lacksCommand: boolean;
  /** Makes the command `help`, if a line has it. */
  readonly makeHelp: () => Command;
}

/** The last level of aws-cli's grammar: an operation's options, and the word `help`. */
export class OperationCommand extends OptionCommand {
  private commandWords: readonly string[] = [];

  constructor(private readonly leaf: Leaf) {
    super(leaf.name, optionsOf(leaf.operation));
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    if (args.length === 1 && args[0] === "help") return this.helpInstead();
    const { options, word, rest } = readArguments({ options: this.grammar }, this.withoutCommand(args));
    this.take(options);
    this.checkRequired();
    if (word === "help") return this.helpInstead();
    const unknown = word ? [...rest, word] : rest;
    if (unknown.length > 0) throw new Failure({ kind: "options-unknown", options: unknown });
    return { operands: [], unknown: [] };
  }

  /** The call that the options ask for. Throws a Failure. */
  request(): Pick<CallInvocation, "operation" | "values" | "cliInputJson" | "skeleton" | "command" | "lacksCommand"> {
    const { operation } = this.leaf;
    const given = this.opts<GivenOptions>();
    const skeleton = given["generate-cli-skeleton"];
    const values = this.values();
    return {
      operation,
      values,
      cliInputJson: given["cli-input-json"],
      skeleton: skeleton === true ? "input" : skeleton,
      command: userCommandOf({ operation, values, words: this.commandWords, options: given }),
      lacksCommand: this.leaf.lacksCommand,
    };
  }

  /** The words of a command are the last of the line, if the operation takes one and was named before them. */
  private withoutCommand(args: readonly string[]): readonly string[] {
    const { operation, commandWords } = this.leaf;
    const own = args.length - commandWords.length;
    if (!operation.outcome || commandWords.length === 0 || own < 0) return args;
    this.commandWords = commandWords;
    return args.slice(0, args[own - 1] === "--" ? own - 1 : own);
  }

  private helpInstead(): ParseOptionsResult {
    this.addCommand(this.leaf.makeHelp());
    return { operands: ["help"], unknown: [] };
  }

  /** By name, in the order of the declaration; the second name of a pair of options says no. */
  private values(): TypedValues {
    const values: Record<string, TypedValue> = {};
    for (const [name, kind] of Object.entries(this.leaf.operation.options)) {
      const value = this.getOptionValue(name) as TypedValue | undefined;
      if (value !== undefined) values[name] = value;
      else if (kind === "boolean" && this.getOptionValue(`no-${name}`) === true) values[name] = false;
    }
    return values;
  }

  /** aws-cli looks for the words `--cli-input-json` and `--generate-cli-skeleton` as they are; here any form of them counts. */
  private checkRequired(): void {
    const given = this.opts<GivenOptions>();
    const skeleton = given["generate-cli-skeleton"];
    if (given["cli-input-json"] !== undefined || (skeleton !== undefined && skeleton !== "output")) return;
    const { operation, lacksCommand } = this.leaf;
    const { required, outcome } = operation;
    const missing = required.filter((name) => this.getOptionValue(name) === undefined);
    if (lacksCommand && missing.some((name) => name === outcome?.decides?.option)) {
      throw new Failure({ kind: "command-missing" });
    }
    const optional = this.commandWords.length > 0 ? (outcome?.optional ?? []) : [];
    const names = missing.filter((name) => !optional.includes(name)).map((name) => `--${name}`);
    if (names.length > 0) throw new Failure({ kind: "arguments-required", names });
  }
}

function optionsOf({ options, own }: OperationGrammar): OptionGrammar[] {
  const members = Object.entries(options).flatMap(([name, kind]): OptionGrammar[] => {
    if (kind === "list") return [{ name, takes: "values" }];
    if (kind !== "boolean") return [{ name, takes: "value" }];
    return [
      { name, takes: "nothing" },
      { name: `no-${name}`, takes: "nothing" },
    ];
  });
  return [...members, ...[...inputOptions, ...own].map(declaredGrammar)];
}
