import type { Json } from "../types";
import { isNumeric, numericOf } from "./numeric";

/** A number as JSON spells it. */
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Reads JSON and keeps numbers in the form in which Python writes them. Throws a SyntaxError, or a RangeError for a
 * text that nests too deep.
 */
export function parseJson(text: string): Json {
  const mark = `${Math.random()} `;
  const marked = /\d[.eE]|\d{16}/.test(text) ? withForms(text, mark) : text;
  if (marked === text) return JSON.parse(text) as Json;
  const read = (_: string, value: Json): Json =>
    typeof value === "string" && value.startsWith(mark) ? numericOf(value.slice(mark.length)) : value;
  return JSON.parse(marked, read) as Json;
}

/**
 * Turns each number that JavaScript would not keep into a marked text, because `JSON.parse` does not show how a number
 * was spelled.
 */
function withForms(text: string, mark: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let start = 0; start < text.length;) {
    const end = before(text, '"', start);
    for (const { 0: literal, index } of text.slice(start, end).matchAll(number)) {
      if (!isNumeric(numericOf(literal)) || isPart(text, start + index + literal.length)) continue;
      parts.push(text.slice(kept, start + index), `"${mark}${literal}"`);
      kept = start + index + literal.length;
    }
    start = endOfString(text, end);
  }
  return parts.length === 0 ? text : parts.join("") + text.slice(kept);
}

/** Whether more of a number follows, so that it is not a number of JSON. */
function isPart(text: string, at: number): boolean {
  return /[\w.+-]/.test(text.charAt(at));
}

function endOfString(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    at = before(text, '"', at);
    let escapes = 0;
    while (text.charAt(at - 1 - escapes) === "\\") escapes++;
    if (escapes % 2 === 0) return at + 1;
  }
  return text.length;
}

function before(text: string, found: string, from: number): number {
  const at = text.indexOf(found, from);
  return at < 0 ? text.length : at;
}
