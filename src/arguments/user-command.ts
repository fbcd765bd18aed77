import { Failure } from "../failure/failure";
import type { OperationGrammar } from "../operations/operation";
import { parseInteger } from "../python/int";
import type { TypedValues, UserCommand } from "../types";

/** The seconds that a command gets by default after it was told to stop. */
const defaultGrace = 10;

/**
 * The words after the first `--` of a line; an empty list if there are none, or if they are something that aws-cli
 * understands.
 */
export function commandWords(argv: readonly string[]): readonly string[] {
  const at = argv.indexOf("--");
  const words = at < 0 ? [] : argv.slice(at + 1);
  const [first] = words;
  const isCommand = first !== undefined && !first.startsWith("-") && !(first === "help" && words.length === 1);
  return isCommand ? words : [];
}

/**
 * Whether a line ends with its first `--`, for example because a script's variable that should hold the command is
 * empty.
 */
export function lacksCommand(argv: readonly string[]): boolean {
  return argv.length > 0 && argv.indexOf("--") === argv.length - 1;
}

/** The options of a command as typed. */
export interface CommandOptions {
  readonly "cli-command-timeout"?: string;
  readonly "cli-command-grace"?: string;
  readonly "cli-command-failure"?: string;
  readonly "cli-command-wait"?: string;
  readonly "cli-command-heartbeat"?: string;
  readonly "cli-command-when"?: string;
}

const names: readonly (keyof CommandOptions)[] = [
  "cli-command-timeout",
  "cli-command-grace",
  "cli-command-failure",
  "cli-command-wait",
  "cli-command-heartbeat",
  "cli-command-when",
];

/** The input of `userCommandOf`: the words after `--`, and the options before them. */
interface Line {
  readonly operation: OperationGrammar;
  readonly words: readonly string[];
  readonly values: TypedValues;
  readonly options: CommandOptions;
}

/**
 * The command whose end decides the outcome; undefined if the line has none. Throws a Failure if an option contradicts
 * the command, or if a command's option is given without a command.
 */
export function userCommandOf({ operation: { outcome }, words, values, options }: Line): UserCommand | undefined {
  const [timeout, grace, wait, heartbeat] = [
    seconds("cli-command-timeout", options),
    seconds("cli-command-grace", options),
    seconds("cli-command-wait", options),
    seconds("cli-command-heartbeat", options, 1),
  ];
  const [first, ...others] = words;
  if (first === undefined || !outcome) {
    const option = names.find((name) => options[name] !== undefined);
    if (option === undefined) return undefined;
    throw new Failure({ kind: "command-expected", option: `--${option}` });
  }
  const { decides } = outcome;
  if (decides && values[decides.option] !== undefined) {
    throw new Failure({ kind: "outcome-given", option: `--${decides.option}`, member: decides.member });
  }
  const when = options["cli-command-when"];
  return {
    words: [first, ...others],
    timeout: timeout ?? outcome.timeout,
    grace: grace ?? defaultGrace,
    failure: options["cli-command-failure"] ?? outcome.failure,
    wait: wait ?? outcome.wait[when === undefined ? 0 : 1],
    heartbeat,
    when,
  };
}

function seconds(name: keyof CommandOptions, options: CommandOptions, least = 0): number | undefined {
  const text = options[name];
  if (text === undefined) return undefined;
  const value = parseInteger(text);
  if (value !== undefined && value >= least) return value;
  const expected = `a whole number of seconds${least > 0 ? `, ${least} or more` : ""}`;
  throw new Failure({ kind: "argument-invalid", option: `--${name}`, value: text, expected });
}
