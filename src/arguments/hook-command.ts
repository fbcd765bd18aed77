import { optionName, type Operation } from "../operations/operation";
import { Failure } from "../failure/failure";
import type { HookCommand } from "../types";
import { parseInteger } from "../python/int";

/** The defaults in seconds: with the grace and the report the command's time stays under the hour that CodeDeploy waits. */
const defaults = { timeout: 3300, grace: 10 };

/** The line in two at its first `--`. `words` is empty where what follows is none or something that aws-cli understands. */
export function splitAtCommand(argv: readonly string[]): { line: readonly string[]; words: readonly string[] } {
  const at = argv.indexOf("--");
  const words = at < 0 ? [] : argv.slice(at + 1);
  const [first] = words;
  const isCommand = first !== undefined && !first.startsWith("-") && !(first === "help" && words.length === 1);
  return isCommand ? { line: argv.slice(0, at), words } : { line: argv, words: [] };
}

/** The times of a command as typed. */
export interface Times {
  readonly "cli-command-timeout"?: string;
  readonly "cli-command-grace"?: string;
}

/** What `hookCommandOf` decides from: the words after `--`, and the options before them. */
interface Given {
  readonly operation: Operation;
  readonly words: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly times: Times;
}

/** The command whose end gives the verdict. Throws a Failure if an option contradicts it, or asks for one in vain. */
export function hookCommandOf({ operation: { verdict }, words, values, times }: Given): HookCommand | undefined {
  const timeout = seconds("--cli-command-timeout", times["cli-command-timeout"]);
  const grace = seconds("--cli-command-grace", times["cli-command-grace"]);
  const [first, ...others] = words;
  if (first === undefined) {
    if (timeout === undefined && grace === undefined) return undefined;
    const option = timeout === undefined ? "--cli-command-grace" : "--cli-command-timeout";
    throw new Failure({ kind: "command-expected", option });
  }
  if (verdict && values[verdict.member] !== undefined) {
    throw new Failure({ kind: "verdict-given", option: `--${optionName(verdict.member)}`, member: verdict.member });
  }
  return { words: [first, ...others], timeout: timeout ?? defaults.timeout, grace: grace ?? defaults.grace };
}

function seconds(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = parseInteger(text);
  if (value !== undefined && value >= 0) return value;
  throw new Failure({ kind: "argument-invalid", option, value: text, expected: "a whole number of seconds" });
}
