import { Command, type ParseOptionsResult } from "commander";
import type { OptionDeclaration } from "../operations/options";
import { OptionCommand } from "./option";
import { readArguments, type Reading } from "./read";

/** A command that gets all that stands behind it as it is. */
export class WordsCommand extends Command {
  constructor(name: string, action: (words: readonly string[]) => void) {
    super(name);
    this.helpOption(false).argument("[words...]").action(action);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    return { operands: args, unknown: [] };
  }
}

/** What a level of the tree is made of. */
interface Group {
  readonly name: string;
  readonly wordName: "command" | "operation";
  readonly options: readonly OptionDeclaration[];
  /** Commands that aws-cli does not have: as the first word of the line they keep the global options out of their words. */
  readonly ownWords?: readonly string[];
  /** The commands by name. One is made when a line names it: a run has no use for the others. */
  readonly members: ReadonlyMap<string, () => Command>;
}

/** A level of aws-cli's grammar whose bare word names the next: the tool, or a service. */
export class GroupCommand extends OptionCommand {
  constructor(private readonly group: Group) {
    super(group.name, group.options);
  }

  /** Puts the arguments in order; `word` is missing only where an option ended the reading. Throws a Failure. */
  read(args: readonly string[]): Reading {
    const choices = [...this.group.members.keys()];
    return readArguments({ options: this.grammar(), word: { name: this.group.wordName, choices } }, args);
  }

  /** The command of a name, made and added. Undefined for a name that is none of the level's. */
  member(name: string): Command | undefined {
    const member = this.group.members.get(name)?.();
    if (member) this.addCommand(member);
    return member;
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    const [first = ""] = args;
    if (this.group.ownWords?.includes(first)) {
      this.member(first);
      return { operands: [first], unknown: args.slice(1) };
    }
    const reading = this.read(args);
    this.take(reading.options);
    const { word, rest } = this.parent ? reading : this.withHelpLast(reading);
    if (word === undefined) return { operands: [], unknown: [...rest] };
    this.member(word);
    return { operands: [word], unknown: [...rest] };
  }

  /** `help deploy` as `deploy help`, which aws-cli does not know. */
  private withHelpLast(reading: Reading): Reading {
    const topic = reading.rest.filter((word) => !word.startsWith("-"));
    return reading.word === "help" && topic.length > 0 ? this.read([...topic, "help"]) : reading;
  }
}
