import { isNumeric, numberText } from "../python/numeric";
import type { Json } from "../types";
import { isHash, isList } from "./value";

/** How `jsonText` lays out: spaces a level, or null for all on one line without a space; `ascii` escapes the rest. */
export interface JsonLayout {
  readonly indent: number | null;
  readonly ascii: boolean;
}

/** A value as Python's `json.dumps` writes it. */
export function jsonText(value: Json, { indent, ascii }: JsonLayout): string {
  const text = (string: string) => (ascii ? escaped(JSON.stringify(string)) : JSON.stringify(string));
  const enclose = (open: string, parts: readonly string[], close: string, depth: number) => {
    if (parts.length === 0) return open + close;
    if (indent === null) return open + parts.join(",") + close;
    const line = `\n${" ".repeat(indent * depth)}`;
    const inner = line + " ".repeat(indent);
    return open + inner + parts.join(`,${inner}`) + line + close;
  };
  const write = (item: Json, depth: number): string => {
    if (typeof item === "string") return text(item);
    if (typeof item === "number" || isNumeric(item)) return numberText(item);
    if (isList(item)) {
      const elements = item.map((element) => write(element, depth + 1));
      return enclose("[", elements, "]", depth);
    }
    if (isHash(item)) {
      const colon = indent === null ? ":" : ": ";
      const members = Object.entries(item).map(([name, member]) => text(name) + colon + write(member, depth + 1));
      return enclose("{", members, "}", depth);
    }
    return String(item);
  };
  return write(value, 0);
}

function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
