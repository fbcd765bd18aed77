import type { Params, Value } from "../types";
import { isNumeric, numberText } from "./numeric";

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/**
 * A text in quotes as Python's `repr` shows it: single quotes, unless only double ones need no escape; characters that
 * cannot be seen are escaped.
 */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text.replace(/[\\'"]|(?! )[\p{C}\p{Z}]/gu, (character) => {
    if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
    return shortEscapes[character] ?? codeEscape(character.codePointAt(0) ?? 0);
  });
  return quote + inner + quote;
}

/** A value as Python's `repr` shows it: texts in quotes, `True`, `None`, `{'a': 1}`; bytes as their number. */
export function repr(value: Value): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || isNumeric(value)) return numberText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  if (Array.isArray(value)) return `[${(value as readonly Value[]).map(repr).join(", ")}]`;
  return `{${Object.entries(value as Params)
    .map(([name, member]) => `${quoted(name)}: ${repr(member)}`)
    .join(", ")}}`;
}

function codeEscape(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
