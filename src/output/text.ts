import type { Json } from "../types";
import { cellText } from "../python/text";
import { compare } from "../python/order";
import { isHash, isList, isScalar, type Hash, type List } from "../python/value";
import { Unprintable } from "./unprintable";

/**
 * A value in the `text` format: one line for each object or list of scalars, with tabs between cells; nested values
 * follow on lines of their own, after the upper-case name of their member (aws-cli's text formatter). Throws an
 * `Unprintable` for a list of objects and other values together, which has no form there.
 */
export function textOf(value: Json): string {
  const lines: string[] = [];
  write(value, { lines, name: undefined, columns: undefined });
  return lines.map((line) => `${line}\n`).join("");
}

/**
 * The place of a value. `columns` are the names that every object of a list gives a cell to, so that the columns agree.
 */
interface Place {
  readonly lines: string[];
  readonly name: string | undefined;
  readonly columns: readonly string[] | undefined;
}

function write(value: Json, place: Place): void {
  if (isHash(value)) writeHash(value, place);
  else if (isList(value)) writeList(value, { ...place, columns: undefined });
  else place.lines.push(cellText(value));
}

function writeList(list: List, place: Place): void {
  if (list.some(isHash)) {
    const columns = scalarNames(list);
    for (const item of list) write(item, { ...place, columns });
    return;
  }
  const scalars = list.filter(isScalar);
  if (scalars.length > 0) writeScalars(scalars, place);
  for (const item of list) if (!isScalar(item)) write(item, place);
}

function writeScalars(scalars: List, { lines, name }: Place): void {
  const cells = scalars.map(cellText);
  if (name === undefined) lines.push(cells.join("\t"));
  else lines.push(...cells.map((cell) => `${name.toUpperCase()}\t${cell}`));
}

function writeHash(hash: Hash, { lines, name, columns }: Place): void {
  const names = Object.keys(hash).sort(compare);
  const scalars = columns ?? names.filter((member) => isScalar(hash[member] ?? null));
  const cells = scalars.map((member) => cellText(Object.hasOwn(hash, member) ? (hash[member] ?? null) : ""));
  if (cells.length > 0) lines.push([...(name === undefined ? [] : [name.toUpperCase()]), ...cells].join("\t"));
  for (const member of names) {
    if (!scalars.includes(member)) {
      write(hash[member] ?? null, { lines, name: member, columns: undefined });
    }
  }
}

function scalarNames(list: List): readonly string[] {
  const names = new Set<string>();
  for (const item of list) {
    if (!isHash(item)) throw new Unprintable("a list of objects and other values has no text form");
    for (const [name, value] of Object.entries(item)) if (isScalar(value)) names.add(name);
  }
  return [...names].sort(compare);
}
