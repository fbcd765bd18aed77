import { parseJson } from "../json-text";
import type { Value } from "../value";
import { syntaxFailure } from "./syntax";

/** A word of an expression. `type` is the text itself for what the grammar writes with symbols. */
export interface Token {
  readonly type: string;
  readonly text: string;
  /** An identifier's name without quotes and escapes; empty for all else. */
  readonly name: string;
  /** What a literal or a number stands for; null for all else. */
  readonly value: Value;
  readonly at: number;
}

const blanks = /[ \t\n\r]*/y;
const word = new RegExp(
  [
    /(?<name>[A-Za-z_][A-Za-z0-9_]*)/,
    /(?<number>-?[0-9]+)/,
    /(?<symbol>\[\]|\[\?|\|\||&&|[<>!=]=|[.*\],:@(){}[|&<>!])/,
    /(?<quote>['"`])(?<inner>(?:\\[^]|(?!\k<quote>)[^\\])*)\k<quote>/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "y",
);

/** The words of an expression and an end mark. Throws the failure of a query for anything that is not a word. */
export function tokenize(query: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skip(query, 0); at < query.length; at = skip(query, word.lastIndex)) {
    const refuse = (problem: string): never => {
      throw syntaxFailure(query, problem, at);
    };
    word.lastIndex = at;
    const found = word.exec(query);
    if (!found) return refuse(unknown(query.slice(at)));
    tokens.push({ text: found[0], at, name: "", value: null, ...meaning(found.groups ?? {}, refuse) });
  }
  tokens.push({ type: "end", text: "", at: query.length, name: "", value: null });
  return tokens;
}

function skip(query: string, from: number): number {
  blanks.lastIndex = from;
  blanks.exec(query);
  return blanks.lastIndex;
}

type Refuse = (problem: string) => never;
type Meaning = Pick<Token, "type"> & Partial<Token>;

function meaning({ name, number, symbol, quote, inner = "" }: Record<string, string>, refuse: Refuse): Meaning {
  if (name !== undefined) return { type: "identifier", name };
  if (number !== undefined) return { type: "number", value: BigInt(number) };
  if (symbol !== undefined) return { type: symbol };
  if (quote === '"') return { type: "quoted identifier", name: quotedName(inner, refuse) };
  return { type: "literal", value: quote === "'" ? inner.replaceAll("\\'", "'") : literalValue(inner, refuse) };
}

function unknown(rest: string): string {
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  return /['"`]/.test(character) ? `${character} is not closed` : `unknown character ${character}`;
}

function quotedName(inner: string, refuse: Refuse): string {
  try {
    return JSON.parse(`"${inner}"`) as string;
  } catch {
    return refuse(`"${inner}" is not a JSON string`);
  }
}

/** JSON; what is not JSON is a string without its quotes, as it was before JEP-12. */
function literalValue(inner: string, refuse: Refuse): Value {
  const json = inner.replaceAll("\\`", "`");
  for (const text of [json, `"${json.trimStart()}"`]) {
    try {
      return parseJson(text);
    } catch (error) {
      if (error instanceof RangeError) return refuse(error.message);
    }
  }
  return refuse(`${json} is not JSON`);
}
