import type { Command, ParseOptionsResult } from "commander";
import { Failure } from "../failure/failure";
import { inputOptions, pageOptions } from "../generated/grammar.js";
import { pageOptionsOf, type OptionGrammar } from "../operations/options";
import { integerDigits } from "../python/int";
import type { OperationGrammar } from "../operations/operation";
import type { CallInvocation, PageOptions, TypedValue, TypedValues } from "../types";
import { isHelpFlag } from "./help-flag";
import { OptionCommand } from "./option-command";
import { parkedPlace, type ParkedOptions } from "./parked";
import { readArguments } from "./read";
import { userCommandOf, type CommandOptions } from "./user-command";

/** The options beside the operation's own, as Commander keeps them. */
interface GivenOptions extends CommandOptions, ParkedOptions {
  readonly "cli-input-json"?: string;
  readonly "generate-cli-skeleton"?: "input" | "output" | true;
  readonly "starting-token"?: string;
  readonly "page-size"?: string;
  readonly "max-items"?: string;
}

/** The part of a call that the options ask for, and the global options that follow from it. */
type Request = Pick<
  CallInvocation,
  "operation" | "values" | "pages" | "cliInputJson" | "skeleton" | "command" | "lacksCommand" | "parked" | "globals"
>;

/** The parts of the last level of the tree. */
interface Leaf {
  readonly operation: OperationGrammar;
  /** The word that names it on the line: the operation's, or a waiter's. */
  readonly name: string;
  /** The words of a command that end the line; none where there is no command. */
  readonly commandWords: readonly string[];
  /** Whether the line ends with a `--` and no command. */
  readonly lacksCommand: boolean;
  /** Whether a help flag stands directly after the word that names it. */
  readonly asksHelp: () => boolean;
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
    if ((args.length === 1 && args[0] === "help") || (isHelpFlag(args[0]) && this.leaf.asksHelp())) {
      return this.helpInstead();
    }
    const { options, word, rest } = readArguments({ options: this.grammar }, this.withoutCommand(args));
    this.take(options);
    this.checkRequired();
    if (word === "help") return this.helpInstead();
    const unknown = word ? [...rest, word] : rest;
    if (unknown.length > 0) throw new Failure({ kind: "options-unknown", options: unknown });
    return { operands: [], unknown: [] };
  }

  /** The call that the options ask for. Throws a Failure. */
  request(globals: CallInvocation["globals"]): Request {
    const { operation } = this.leaf;
    const given = this.opts<GivenOptions>();
    const skeleton = given["generate-cli-skeleton"];
    const values = this.values();
    const paginate = globals.paginate && !this.steersPages();
    return {
      operation,
      globals: { ...globals, paginate },
      values,
      pages: this.pages(paginate),
      cliInputJson: given["cli-input-json"],
      skeleton: skeleton === true ? "input" : skeleton,
      command: userCommandOf({ operation, values, words: this.commandWords, options: given }),
      lacksCommand: this.leaf.lacksCommand,
      parked: parkedPlace(operation, values, given),
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

  /** Whether the line has an option that steers pages by hand: then there is one call, as with `--no-paginate`. */
  private steersPages(): boolean {
    const { token, limit } = this.leaf.operation.pages ?? {};
    return [token, limit].some((name) => name !== undefined && this.getOptionValue(name) !== undefined);
  }

  /** The page options that were given. Throws a Failure for page options if only one answer is asked for. */
  private pages(paginate: boolean): PageOptions | undefined {
    const { pages } = this.leaf.operation;
    if (!pages) return undefined;
    const given = this.opts<GivenOptions>();
    const options = pageOptionsOf(pages, pageOptions).filter(({ name }) => this.getOptionValue(name) !== undefined);
    if (!paginate && options.length > 0) {
      throw new Failure({ kind: "pages-unwanted", options: options.map(({ name }) => `--${name}`) });
    }
    return defined({
      startingToken: given["starting-token"],
      pageSize: integer(given["page-size"]),
      maxItems: integer(given["max-items"]),
    });
  }

  /** The operation's own options by name, in the order of the declaration. */
  private values(): TypedValues {
    const values: Record<string, TypedValue> = {};
    for (const name of Object.keys(this.leaf.operation.options)) {
      const value = this.getOptionValue(name) as TypedValue | undefined;
      if (value !== undefined) values[name] = value;
    }
    return values;
  }

  /** The options that a line with a parked value need not have; `parkedPlace` tells what the line must have instead. */
  private parkedOptions(given: GivenOptions): readonly string[] {
    const { parked } = this.leaf.operation;
    return parked && given["cli-parked-in"] !== undefined ? [parked.option, parked.by] : [];
  }

  /**
   * Throws a Failure if a required option is missing. aws-cli looks for the exact words `--cli-input-json` and
   * `--generate-cli-skeleton`; here any form of them counts.
   */
  private checkRequired(): void {
    const given = this.opts<GivenOptions>();
    const skeleton = given["generate-cli-skeleton"];
    if (given["cli-input-json"] !== undefined || (skeleton !== undefined && skeleton !== "output")) return;
    const { operation, lacksCommand } = this.leaf;
    const { required, outcome } = operation;
    const decisive = this.parkedOptions(given).length > 0 && outcome?.decides ? [outcome.decides.option] : [];
    const missing = [...required, ...decisive].filter((name) => this.getOptionValue(name) === undefined);
    const isUndecided = outcome?.decides !== undefined && this.getOptionValue(outcome.decides.option) === undefined;
    if (lacksCommand && missing.length > 0 && isUndecided) {
      throw new Failure({ kind: "command-missing" });
    }
    const optional = [...(this.commandWords.length > 0 ? (outcome?.optional ?? []) : []), ...this.parkedOptions(given)];
    const names = missing.filter((name) => !optional.includes(name)).map((name) => `--${name}`);
    if (names.length > 0) throw new Failure({ kind: "arguments-required", names });
  }
}

function integer(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(integerDigits(text));
}

function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}

/** All options of an operation, in aws-cli's order. */
function optionsOf({ options, pages, own }: OperationGrammar): OptionGrammar[] {
  const members = Object.entries(options).flatMap(([name, kind]): OptionGrammar[] => {
    if (kind === "list") return [{ name, takes: "values" }];
    if (kind !== "boolean") return [{ name, takes: "value" }];
    return [
      { name, takes: "nothing" },
      { name: `no-${name}`, takes: "nothing", denies: name },
    ];
  });
  const [cliInputJson, ...others] = inputOptions;
  return [
    ...members,
    ...(cliInputJson ? [cliInputJson] : []),
    ...(pages ? pageOptionsOf(pages, pageOptions) : []),
    ...others,
    ...own,
  ];
}
