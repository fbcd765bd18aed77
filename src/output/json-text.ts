import { floatText, isHash, isList, type Value } from "./value";

const token = /[ \t\n\r]*([[\]{}:,]|"(?:[^"\\]|\\[^])*"|[^ \t\n\r[\]{}:,"]+|$)/y;
const integer = /^-?(?:0|[1-9][0-9]*)$/;
const float = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;
const words: ReadonlyMap<string, Value> = new Map<string, Value>([
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);
const deepest = 1000;

/**
 * Reads JSON as Python's `json.loads` does: the kind of a number and the order of members are kept, `NaN` and
 * `Infinity` are numbers. Throws a SyntaxError for anything else, a RangeError for more than 1000 levels.
 */
export function parseJson(text: string): Value {
  let at = 0;
  const next = (): string => {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) throw new SyntaxError("not JSON");
    at = token.lastIndex;
    return match[1] ?? "";
  };
  const value = readValue(next(), next, 0);
  if (next() !== "") throw new SyntaxError("more than one value");
  return value;
}

function readValue(first: string, next: () => string, depth: number): Value {
  if (depth > deepest) throw new RangeError("nested too deeply");
  if (first === "[") return readList(next, depth);
  if (first === "{") return readHash(next, depth);
  if (first.startsWith('"')) return JSON.parse(first) as string;
  if (integer.test(first)) return BigInt(first);
  if (float.test(first)) return Number(first);
  const word = words.get(first);
  if (word === undefined) throw new SyntaxError(`not JSON: ${first}`);
  return word;
}

function readList(next: () => string, depth: number): Value {
  const items: Value[] = [];
  let text = next();
  if (text === "]") return items;
  for (;;) {
    items.push(readValue(text, next, depth + 1));
    if (ends("]", next())) return items;
    text = next();
  }
}

function readHash(next: () => string, depth: number): Value {
  const members = new Map<string, Value>();
  let name = next();
  if (name === "}") return members;
  for (;;) {
    if (!name.startsWith('"') || next() !== ":") throw new SyntaxError("not a member");
    members.set(JSON.parse(name) as string, readValue(next(), next, depth + 1));
    if (ends("}", next())) return members;
    name = next();
  }
}

function ends(end: string, text: string): boolean {
  if (text !== end && text !== ",") throw new SyntaxError(`${end} expected`);
  return text === end;
}

/** How `jsonText` lays out: spaces a level, or null for all on one line without a space; `ascii` escapes the rest. */
export interface JsonLayout {
  readonly indent: number | null;
  readonly ascii: boolean;
}

/** A value as Python's `json.dumps` writes it. */
export function jsonText(value: Value, { indent, ascii }: JsonLayout): string {
  const text = (string: string) => (ascii ? escaped(JSON.stringify(string)) : JSON.stringify(string));
  const enclose = (open: string, parts: readonly string[], close: string, depth: number) => {
    if (parts.length === 0) return open + close;
    if (indent === null) return open + parts.join(",") + close;
    const line = `\n${" ".repeat(indent * depth)}`;
    const inner = line + " ".repeat(indent);
    return open + inner + parts.join(`,${inner}`) + line + close;
  };
  const write = (item: Value, depth: number): string => {
    if (typeof item === "string") return text(item);
    if (typeof item === "number") return jsonFloat(item);
    if (isList(item)) {
      return enclose(
        "[",
        item.map((element) => write(element, depth + 1)),
        "]",
        depth,
      );
    }
    if (isHash(item)) {
      const colon = indent === null ? ":" : ": ";
      const members = [...item].map(([name, member]) => text(name) + colon + write(member, depth + 1));
      return enclose("{", members, "}", depth);
    }
    return String(item);
  };
  return write(value, 0);
}

function jsonFloat(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
  return floatText(value);
}

function escaped(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
