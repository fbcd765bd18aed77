import { characters } from "./len";
import type { JsonFault } from "../types";

type Kind = JsonFault["kind"];

/** The kinds of tokens that may come next: a value, the first in a list, a name, the first in an object, a colon, or what follows a value. */
type Expected = "value" | "item" | "name" | "member" | "colon" | "next";

/** A place where the text stops being JSON. */
class Stop extends Error {
  constructor(
    readonly kind: Kind,
    readonly at: number,
  ) {
    super(kind);
  }
}

/**
 * Finds the place where a text that `JSON.parse` refuses stops being JSON, with the names and places that Python's
 * `json` gives its errors; V8's differ from version to version, and some have no place.
 */
export function locateFault(text: string): JsonFault | undefined {
  try {
    scan(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    const lines = text.slice(0, error.at).split("\n");
    const column = characters(lines.at(-1) ?? "") + 1;
    return { kind: error.kind, line: lines.length, column, at: characters(text.slice(0, error.at)) };
  }
}

function scan(text: string): void {
  const open: string[] = [];
  let expected: Expected = "value";
  for (
    let at = skipSpace(text, 0);
    at < text.length || expected !== "next" || open.length > 0;
    at = skipSpace(text, at)
  ) {
    const character = text.charAt(at);
    if (expected === "next") {
      expected = next(open, character, at);
      at++;
    } else if (expected === "colon") {
      if (character !== ":") throw new Stop("colon", at);
      expected = "value";
      at++;
    } else if ((expected === "item" && character === "]") || (expected === "member" && character === "}")) {
      open.pop();
      expected = "next";
      at++;
    } else if (expected === "name" || expected === "member") {
      if (character !== '"') throw new Stop("name", at);
      at = endOfString(text, at);
      expected = "colon";
    } else if (character === "{" || character === "[") {
      open.push(character);
      expected = character === "{" ? "member" : "item";
      at++;
    } else {
      at = character === '"' ? endOfString(text, at) : endOfScalar(text, at);
      expected = "next";
    }
  }
}

/** The kind of token that may follow the character after a value. */
function next(open: string[], character: string, at: number): Expected {
  const within = open.at(-1);
  if (within === undefined) throw new Stop("extra", at);
  if (character === ",") return within === "{" ? "name" : "value";
  if (character !== (within === "{" ? "}" : "]")) throw new Stop("comma", at);
  open.pop();
  return "next";
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (" \t\n\r".includes(text.charAt(end)) && end < text.length) end++;
  return end;
}

function endOfScalar(text: string, at: number): number {
  const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/y;
  scalar.lastIndex = at;
  if (!scalar.test(text)) throw new Stop("value", at);
  return scalar.lastIndex;
}

function endOfString(text: string, start: number): number {
  // eslint-disable-next-line no-control-regex -- JSON names these characters
  const special = /["\\\u0000-\u001f]/g;
  for (let at = start + 1; ;) {
    special.lastIndex = at;
    const found = special.exec(text);
    if (!found) throw new Stop("string-end", start);
    at = found.index;
    if (found[0] === '"') return at + 1;
    if (found[0] !== "\\") throw new Stop("control", at);
    at = endOfEscape(text, at, start);
  }
}

function endOfEscape(text: string, at: number, start: number): number {
  const letter = text.charAt(at + 1);
  if (letter === "") throw new Stop("string-end", start);
  if (!'"\\/bfnrtu'.includes(letter)) throw new Stop("escape", at);
  if (letter !== "u") return at + 2;
  if (!/^[\da-fA-F]{4}$/.test(text.slice(at + 2, at + 6))) throw new Stop("unicode-escape", at + 1);
  return at + 6;
}
