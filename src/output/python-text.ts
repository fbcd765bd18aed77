import { isNumeric, numberText } from "../python/numeric";
import { quoted } from "../python/repr";
import type { Json } from "../types";
import { isHash, isList } from "./value";

/** A value as a cell of `text` and `table` output: Python's `str`, so `None`, `True`, and a list as Python shows it. */
export function cellText(value: Json): string {
  return typeof value === "string" ? value : literalText(value);
}

/** Python's `repr`. */
function literalText(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return Number.isFinite(value) ? numberText(value) : infinity(value);
  if (isNumeric(value)) return numberText(value);
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  if (!isHash(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${quoted(name)}: ${literalText(member)}`)
    .join(", ")}}`;
}

const infinity = (value: number) => (value > 0 ? "inf" : "-inf");
