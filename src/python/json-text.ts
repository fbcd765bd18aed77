import type { Json } from "../types";
import { isNumeric, numberText } from "./numeric";
import { isList, type Hash, type List } from "./value";

/** How JSON is laid out: spaces a level, or null for all on one line without a space; `ascii` escapes the rest. */
export interface JsonLayout {
  readonly indent: number | null;
  readonly ascii: boolean;
}

/** A value as Python's `json.dumps` writes it. */
export function jsonText(value: Json, layout: JsonLayout): string {
  const parts: string[] = [];
  writeJson(value, layout, (part) => parts.push(part));
  return parts.join("");
}

/** Writes the same part by part. No part ends within a character. */
export function writeJson(value: Json, { indent, ascii }: JsonLayout, add: (part: string) => void): void {
  const text = (string: string) => (ascii ? escaped(JSON.stringify(string)) : JSON.stringify(string));
  const colon = indent === null ? ":" : ": ";
  const write = (item: Json, before: string, line: string): void => {
    if (indent !== null && !ascii && isPlain(item))
      add(before + JSON.stringify(item, null, indent).replaceAll("\n", line));
    else if (typeof item === "string") add(before + text(item));
    else if (typeof item === "number" || isNumeric(item)) add(before + numberText(item));
    else if (typeof item !== "object" || item === null) add(before + String(item));
    else writeContainer(item, before, line);
  };
  const writeContainer = (container: List | Hash, before: string, line: string): void => {
    const [open = "", close = ""] = isList(container) ? "[]" : "{}";
    const inner = indent === null ? "" : line + " ".repeat(indent);
    let start = before + open + inner;
    let count = 0;
    const writeMember = (name: string, member: Json): void => {
      write(member, start + name, inner);
      start = `,${inner}`;
      count++;
    };
    if (isList(container)) for (const element of container) writeMember("", element);
    else for (const name of Object.keys(container)) writeMember(text(name) + colon, container[name] ?? null);
    add(count === 0 ? before + open + close : line + close);
  };
  write(value, "", indent === null ? "" : "\n");
}

/** The most values that JavaScript writes as one part. */
const most = 500;

/** Whether a value is small, and holds no number that JavaScript writes otherwise. */
function isPlain(value: Json): boolean {
  let left = most;
  const isPart = (item: Json): boolean => {
    if (left-- === 0) return false;
    if (typeof item === "number") return Number.isFinite(item) && numberText(item) === String(item);
    if (typeof item !== "object" || item === null) return true;
    if (isNumeric(item)) return false;
    return isList(item) ? item.every(isPart) : Object.values(item).every(isPart);
  };
  return isPart(value);
}

function escaped(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
