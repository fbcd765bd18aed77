import type { Json } from "../types";
import { isNumeric, numberText } from "./numeric";
import { quoted } from "./repr";
import { isHash, isList } from "./value";

/** A value as Python's `str` writes it: `None`, `True`, and a list as Python shows it. */
export function cellText(value: Json): string {
  return typeof value === "string" ? value : literalText(value);
}

/** A value as Python's `repr` writes it. */
export function literalText(value: Json): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number" || isNumeric(value)) return numberText(value).replace("Infinity", "inf").toLowerCase();
  if (isList(value)) return `[${value.map(literalText).join(", ")}]`;
  if (!isHash(value)) return String(value);
  return `{${Object.entries(value)
    .map(([name, member]) => `${quoted(name)}: ${literalText(member)}`)
    .join(", ")}}`;
}
