import { floatText, isHash, isList, type Value } from "./value";

/** A value as a cell of `text` and `table` output: Python's `str`, so `None`, `True`, and a list as Python shows it. */
export function cellText(value: Value): string {
  return typeof value === "string" ? value : literalText(value);
}

/** Python's `repr`. */
function literalText(value: Value): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return floatText(value);
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  if (isHash(value)) {
    return `{${[...value].map(([name, member]) => `${quoted(name)}: ${literalText(member)}`).join(", ")}}`;
  }
  return String(value);
}

const shortEscapes: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t", "\\": "\\\\" };

/** In single quotes unless that would need an escape and double quotes would not; what cannot be seen is escaped. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = text.replace(/[\\'"]|(?! )[\p{C}\p{Z}]/gu, (character) => {
    if (character === '"' || character === "'") return character === quote ? `\\${character}` : character;
    return shortEscapes[character] ?? codeEscape(character.codePointAt(0) ?? 0);
  });
  return quote + inner + quote;
}

function codeEscape(code: number): string {
  const hex = code.toString(16);
  if (code < 0x100) return `\\x${hex.padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${hex.padStart(4, "0")}` : `\\U${hex.padStart(8, "0")}`;
}
