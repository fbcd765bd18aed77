import { Failure } from "../failure/failure";
import type { OperationGrammar } from "../operations/operation";
import { parseInteger } from "../python/int";
import type { TypedValues, UserCommand } from "../types";

/** The defaults in seconds: with the grace and the report the command's time stays under the hour that CodeDeploy waits. */
const defaults = { timeout: 3300, grace: 10 };

/** The words behind the first `--` of a line; none where they are none or something that aws-cli understands. */
export function commandWords(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf("--");
  const words = at < 0 ? [] : argv.slice(at + 1);
  const [first] = words;
  const isCommand = first !== undefined && !first.startsWith("-") && !(first === "help" && words.length === 1);
  return isCommand ? words : [];
}

/** The times of a command as typed. */
export interface Times {
  readonly "cli-command-timeout"?: string;
  readonly "cli-command-grace"?: string;
}

/** What `userCommandOf` decides from: the words after `--`, and the options before them. */
interface Line {
  readonly operation: OperationGrammar;
  readonly words: readonly string[];
  readonly values: TypedValues;
  readonly times: Times;
}

/** The command whose end gives the outcome. Throws a Failure if an option contradicts it, or asks for one in vain. */
export function userCommandOf({ operation: { outcome }, words, values, times }: Line): UserCommand | undefined {
  const timeout = seconds("--cli-command-timeout", times["cli-command-timeout"]);
  const grace = seconds("--cli-command-grace", times["cli-command-grace"]);
  const [first, ...others] = words;
  if (first === undefined) {
    if (timeout === undefined && grace === undefined) return undefined;
    const option = timeout === undefined ? "--cli-command-grace" : "--cli-command-timeout";
    throw new Failure({ kind: "command-expected", option });
  }
  if (outcome && values[outcome.option] !== undefined) {
    throw new Failure({ kind: "outcome-given", option: `--${outcome.option}`, member: outcome.member });
  }
  return { words: [first, ...others], timeout: timeout ?? defaults.timeout, grace: grace ?? defaults.grace };
}

function seconds(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = parseInteger(text);
  if (value !== undefined && value >= 0) return value;
  throw new Failure({ kind: "argument-invalid", option, value: text, expected: "a whole number of seconds" });
}
