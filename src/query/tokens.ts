import { parseJson } from "../python/json";
import { QueryFlaw } from "./flaw";
import type { Json } from "../types";

/** What a token is: a name, a value, or a mark that stands for itself. */
export type TokenKind =
  | "name"
  | "quoted name"
  | "literal"
  | "number"
  | "end"
  | "."
  | "*"
  | "]"
  | ","
  | ":"
  | "@"
  | "("
  | ")"
  | "{"
  | "}"
  | "["
  | "[]"
  | "[?"
  | "|"
  | "||"
  | "&"
  | "&&"
  | "=="
  | "!="
  | "!"
  | "<"
  | "<="
  | ">"
  | ">=";

/** A token of an expression. `value` is a name's text, a literal's value or a number; `at` counts UTF-16 units from 0. */
export interface Token {
  readonly kind: TokenKind;
  readonly value: Json;
  readonly at: number;
}

const marks = /\[\]|\[\?|\|\||&&|==|!=|<=|>=|[.*\],:@(){}[|&!<>]/y;
const names = /[A-Za-z_][A-Za-z_0-9]*/y;
const numbers = /-?\d+/y;
const blanks = /[ \t\r\n]+/y;
const enclosed = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/sy;

/** The tokens of a JMESPath expression, the last of kind `end`. Throws a `QueryFlaw` at what is none. */
export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(expression)?.[0];
  };
  while (at < expression.length) {
    const start = at;
    const add = (text: string, kind: TokenKind, value: Json): number => {
      tokens.push({ kind, value, at: start });
      return text.length;
    };
    const name = match(names);
    const mark = name ?? match(marks);
    const number = mark ?? match(numbers);
    const blank = number ?? match(blanks);
    const text = blank ?? match(enclosed);
    if (text === undefined) throw new QueryFlaw("unknown token", at);
    if (name !== undefined) at += add(name, "name", name);
    else if (mark !== undefined) at += add(mark, mark as TokenKind, mark);
    else if (number !== undefined) at += add(number, "number", Number(number));
    else if (blank !== undefined) at += blank.length;
    else if (text.startsWith('"')) at += add(text, "quoted name", quotedName(text, at));
    else at += add(text, "literal", text.startsWith("'") ? rawText(text) : literal(text, at));
  }
  return [...tokens, { kind: "end", value: "", at: expression.length }];
}

function rawText(token: string): string {
  return token.slice(1, -1).replaceAll("\\'", "'");
}

function quotedName(token: string, at: number): string {
  const name = json(token);
  if (typeof name === "string") return name;
  throw new QueryFlaw(`${token} is not a JSON string`, at);
}

/** A literal that is no JSON (`` `running` ``) is a string, which old scripts rely on. */
function literal(token: string, at: number): Json {
  const text = token.slice(1, -1).replaceAll("\\`", "`");
  const value = json(text);
  const string = value === undefined ? json(`"${text.trimStart()}"`) : value;
  if (string === undefined) throw new QueryFlaw("unknown token", at);
  return string;
}

function json(text: string): Json | undefined {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
