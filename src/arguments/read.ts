import { Failure } from "../failure/failure";
import type { OptionGrammar } from "../operations/options";
import { closeMatches } from "../python/close-matches";
import { integerDigits } from "../python/int";

/**
 * The options and the one bare word that a level of the command line takes. The word must be there if it has choices.
 */
export interface Grammar {
  readonly options: readonly OptionGrammar[];
  readonly word?: { readonly name: string; readonly choices: readonly string[] };
}

/** An option that was given, and its words. */
export interface Given {
  readonly option: OptionGrammar;
  readonly words: readonly string[];
}

/** The arguments in order: the options, the bare word, and the words that the grammar does not know. */
export interface Reading {
  readonly options: readonly Given[];
  readonly word: string | undefined;
  readonly rest: readonly string[];
}

/** The kind of an argument, judged by its form alone; an option that the grammar does not know has no `option`. */
type Token = "word" | "separator" | { readonly option: OptionGrammar | undefined; readonly value: string | undefined };

/**
 * Reads the arguments of one level as Python 3.11's `ArgumentParser.parse_known_args` does, which aws-cli v1 calls for
 * the whole line, then for the service and the operation with what is left. Throws the first failure it meets.
 */
export function readArguments(grammar: Grammar, args: readonly string[]): Reading {
  const tokens = tokensOf(grammar.options, args);
  const lastOption = tokens.findLastIndex((token) => typeof token === "object");
  const options: Given[] = [];
  const rest: string[] = [];
  let word: string | undefined;
  let at = 0;

  const takeWord = (): void => {
    if (tokens[at] === "separator") at++;
    if (tokens[at] === "word") {
      word = args[at++] ?? "";
      if (grammar.word) checkChoice(grammar.word.name, word, grammar.word.choices);
    }
    if (tokens[at] === "separator") at++;
  };
  const takeWords = (option: OptionGrammar, given: string | undefined): void => {
    const most = given !== undefined ? 0 : option.takes === "values" ? Infinity : 1;
    const words = given === undefined ? [] : [given];
    while (tokens[at] === "word" && words.length < most) words.push(args[at++] ?? "");
    for (const one of words) checkWord(option, one);
    if (words.length === 0 && option.takes === "value") {
      throw new Failure({ kind: "argument-expected", option: flag(option) });
    }
    options.push({ option, words });
  };

  while (at <= lastOption) {
    const token = tokens[at];
    if (typeof token !== "object") {
      if (word === undefined) takeWord();
      else rest.push(args[at++] ?? "");
      continue;
    }
    at++;
    const { option, value } = token;
    if (!option) rest.push(args[at - 1] ?? "");
    else if (option.takes !== "nothing") takeWords(option, value);
    else if (value !== undefined) throw new Failure({ kind: "argument-unwanted", option: flag(option), value });
    else options.push({ option, words: [] });
    if (option?.ends) return { options, word: undefined, rest: [] };
  }
  if (word === undefined) takeWord();
  if (word === undefined && grammar.word) throw new Failure({ kind: "arguments-required", names: [grammar.word.name] });
  return { options, word, rest: [...rest, ...args.slice(at)] };
}

function tokensOf(options: readonly OptionGrammar[], args: readonly string[]): Token[] {
  const end = args.indexOf("--");
  return args.map((arg, at) => {
    if (end < 0 || at < end) return tokenOf(options, arg);
    return at === end ? "separator" : "word";
  });
}

/** argparse's `_parse_optional`: a known option, or a prefix of exactly one; else a word if it may be one. */
function tokenOf(options: readonly OptionGrammar[], arg: string): Token {
  if (!arg.startsWith("-") || arg === "-") return "word";
  const equals = arg.indexOf("=");
  const given = equals < 0 ? arg : arg.slice(0, equals);
  const value = equals < 0 ? undefined : arg.slice(equals + 1);
  const name = given.startsWith("--") ? given.slice(2) : undefined;
  const exact = options.find((option) => option.name === name);
  if (exact) return { option: exact, value };
  const matches = name === undefined ? [] : options.filter((option) => option.name.startsWith(name));
  if (matches.length > 1) throw new Failure({ kind: "option-ambiguous", option: arg, matches: matches.map(flag) });
  if (matches[0]) return { option: matches[0], value };
  return arg.includes(" ") || (!arg.startsWith("--") && isNegativeNumber(arg))
    ? "word"
    : { option: undefined, value: undefined };
}

/**
 * Whether Python's `^-\d+$|^-\d*\.\d+$` matches. Its digits are those of any script, and its `$` may stand before a
 * line end.
 */
function isNegativeNumber(arg: string): boolean {
  return /^-(?:\p{Nd}+|\p{Nd}*\.\p{Nd}+)\n?$/u.test(arg);
}

function flag({ name }: OptionGrammar): string {
  return `--${name}`;
}

function checkWord(option: OptionGrammar, word: string): void {
  if (option.integer && integerDigits(word) === undefined) {
    throw new Failure({ kind: "argument-not-integer", option: flag(option), value: word });
  }
  checkChoice(flag(option), word, option.choices);
}

function checkChoice(argument: string, value: string, choices: readonly string[] | undefined): void {
  if (!choices || choices.includes(value)) return;
  throw new Failure({ kind: "choice-invalid", argument, value, choices, suggestions: closeMatches(value, choices) });
}
