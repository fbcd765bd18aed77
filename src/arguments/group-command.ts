import { Command, type ParseOptionsResult } from "commander";
import type { OptionDeclaration } from "../commands/options";
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

/** A command that aws-cli does not have: as the first word of the line it keeps the global options out of its words. */
export class OwnCommand extends WordsCommand {}

/** What a level of the tree is made of. */
interface Group {
  readonly name: string;
  readonly wordName: "command" | "operation";
  readonly options: readonly OptionDeclaration[];
  /** Makes the commands of the level, once its arguments are read: a run has no use for those of other levels. */
  readonly members: () => readonly Command[];
}

/** A level of aws-cli's grammar whose bare word names the next: the tool, or a service. */
export class GroupCommand extends OptionCommand {
  constructor(private readonly group: Group) {
    super(group.name, group.options);
  }

  /** Puts the arguments in order; `word` is missing only where an option ended the reading. Throws a Failure. */
  read(args: readonly string[]): Reading {
    this.addMembers();
    const choices = this.commands.map((command) => command.name());
    return readArguments({ options: this.grammar(), word: { name: this.group.wordName, choices } }, args);
  }

  private addMembers(): void {
    if (this.commands.length === 0) for (const member of this.group.members()) this.addCommand(member);
  }

  override parseOptions(args: string[]): ParseOptionsResult {
    this.addMembers();
    const first = this.commands.find((command) => command.name() === args[0]);
    if (first instanceof OwnCommand) return { operands: args.slice(0, 1), unknown: args.slice(1) };
    const reading = this.read(args);
    this.take(reading.options);
    const { word, rest } = this.parent ? reading : this.withHelpLast(reading);
    return { operands: word === undefined ? [] : [word], unknown: [...rest] };
  }

  /** `help deploy` as `deploy help`, which aws-cli does not know. */
  private withHelpLast(reading: Reading): Reading {
    const topic = reading.rest.filter((word) => !word.startsWith("-"));
    return reading.word === "help" && topic.length > 0 ? this.read([...topic, "help"]) : reading;
  }
}
