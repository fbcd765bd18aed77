import { Command, type ParseOptionsResult } from "commander";
import type { OptionGrammar } from "../operations/options";
import { isHelpFlag } from "./help-flag";
import { OptionCommand } from "./option-command";
import { readArguments, type Reading } from "./read";

/** A command that gets all words after it unchanged. */
export class WordsCommand extends Command {
  constructor(name: string, action: (words: readonly string[]) => void) {
    super(name);
    this.helpOption(false).argument("[words...]").action(action);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    return { operands: args, unknown: [] };
  }
}

/** The parts of a level of the tree. */
interface Group {
  readonly name: string;
  /** The name that messages use for the word that names the next level. */
  readonly wordName: "command" | "operation" | "subcommand";
  readonly options: readonly OptionGrammar[];
  /** Whether a help flag stands directly after the word that names the level, or begins the line. */
  readonly asksHelp: () => boolean;
  /**
   * Commands that aws-cli does not have. If one is the first word of the line, the words after it are its own and not
   * global options.
   */
  readonly ownWords?: readonly string[];
  /** The words that name the next level. */
  readonly choices: readonly string[];
  /** Makes the command that a word names; undefined for a word that names none. */
  readonly member: (word: string) => Command | undefined;
}

/** A level of aws-cli's grammar whose bare word names the next level: the tool, a service, or its `wait`. */
export class GroupCommand extends OptionCommand {
  constructor(private readonly group: Group) {
    super(group.name, group.options);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    const [first = ""] = args;
    if (isHelpFlag(first) && this.group.asksHelp()) return this.route("help", []);
    if (this.group.ownWords?.includes(first)) return this.route(first, args.slice(1));
    const reading = this.read(args);
    this.take(reading.options);
    const { word, rest } = this.parent ? reading : this.withHelpLast(reading);
    return word === undefined ? { operands: [], unknown: [...rest] } : this.route(word, rest);
  }

  /** Puts the arguments in order; `word` is missing only if an option ended the reading. Throws a Failure. */
  private read(args: readonly string[]): Reading {
    const { wordName, choices } = this.group;
    return readArguments({ options: this.grammar, word: { name: wordName, choices } }, args);
  }

  private route(word: string, rest: readonly string[]): ParseOptionsResult {
    const member = this.group.member(word);
    if (member) this.addCommand(member);
    return { operands: [word], unknown: [...rest] };
  }

  /** Reads `help deploy` as `deploy help`; aws-cli does not know that form. */
  private withHelpLast(reading: Reading): Reading {
    const topic = reading.rest.filter((word) => !word.startsWith("-"));
    return reading.word === "help" && topic.length > 0 ? this.read([...topic, "help"]) : reading;
  }
}
