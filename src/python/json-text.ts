import type { Json } from "../types";
import { isNumeric, numberText } from "./numeric";
import { isList } from "./value";

/** How `jsonText` lays out: spaces a level, or null for all on one line without a space; `ascii` escapes the rest. */
export interface JsonLayout {
  readonly indent: number | null;
  readonly ascii: boolean;
}

/** A value as Python's `json.dumps` writes it. */
export function jsonText(value: Json, layout: JsonLayout): string {
  return hasOwnForms(value) || layout.indent === null
    ? written(value, layout)
    : JSON.stringify(value, null, layout.indent);
}

/** Whether a value holds a number that JavaScript writes otherwise. */
function hasOwnForms(value: Json): boolean {
  if (typeof value === "number") return !Number.isFinite(value) || numberText(value) !== String(value);
  if (typeof value !== "object" || value === null) return false;
  if (isNumeric(value)) return true;
  return isList(value) ? value.some(hasOwnForms) : Object.values(value).some(hasOwnForms);
}

function written(value: Json, { indent, ascii }: JsonLayout): string {
  const parts: string[] = [];
  const text = (string: string) => (ascii ? escaped(JSON.stringify(string)) : JSON.stringify(string));
  const colon = indent === null ? ":" : ": ";
  const line = (depth: number) => (indent === null ? "" : `\n${" ".repeat(indent * depth)}`);
  const enclose = <Item>(brackets: string, items: readonly Item[], depth: number, write: (item: Item) => void) => {
    parts.push(brackets.charAt(0));
    for (const [at, item] of items.entries()) {
      parts.push(at === 0 ? "" : ",", line(depth + 1));
      write(item);
    }
    parts.push(items.length === 0 ? "" : line(depth), brackets.charAt(1));
  };
  const write = (item: Json, depth: number): void => {
    if (typeof item === "string") parts.push(text(item));
    else if (typeof item === "number" || isNumeric(item)) parts.push(numberText(item));
    else if (typeof item !== "object" || item === null) parts.push(String(item));
    else if (isList(item)) {
      enclose("[]", item, depth, (element) => {
        write(element, depth + 1);
      });
    } else {
      enclose("{}", Object.entries(item), depth, ([name, member]) => {
        parts.push(text(name), colon);
        write(member, depth + 1);
      });
    }
  };
  write(value, 0);
  return parts.join("");
}

function escaped(text: string): string {
  return text.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
