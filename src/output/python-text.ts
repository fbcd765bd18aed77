import { quoted } from "../quoted";
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
