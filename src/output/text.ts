import type { Json } from "../types";
import { cellText } from "../python/text";
import { compare } from "../python/order";
import { isHash, isList, isScalar, type Hash, type List } from "../python/value";
import { Unprintable } from "./unprintable";

/**
 * Adds a value in the `text` format: one line for each object or list of scalars, with tabs between cells; nested values
 * follow on lines of their own, after the upper-case name of their member (aws-cli's text formatter). Throws an
 * `Unprintable`, before anything is added, for a list of objects and other values together, which has no form there.
 */
export function addText(value: Json, add: (line: string) => void): void {
  check(value, undefined);
  write(value, { add, name: undefined, columns: undefined });
}

/** Throws what `write` would throw. */
function check(value: Json, columns: readonly string[] | undefined): void {
  if (isHash(value)) {
    for (const [name, member] of Object.entries(value)) if (!columns?.includes(name)) check(member, undefined);
  } else if (isList(value)) {
    const names = value.some(isHash) ? scalarNames(value) : undefined;
    for (const item of value) check(item, names);
  }
}

/**
 * The place of a value. `columns` are the names that every object of a list gives a cell to, so that the columns agree.
 */
interface Place {
  readonly add: (line: string) => void;
  readonly name: string | undefined;
  readonly columns: readonly string[] | undefined;
}

function write(value: Json, place: Place): void {
  if (isHash(value)) writeHash(value, place);
  else if (isList(value)) writeList(value, { ...place, columns: undefined });
  else place.add(`${cellText(value)}\n`);
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

function writeScalars(scalars: List, { add, name }: Place): void {
  const cells = scalars.map(cellText);
  if (name === undefined) add(`${cells.join("\t")}\n`);
  else for (const cell of cells) add(`${name.toUpperCase()}\t${cell}\n`);
}

function writeHash(hash: Hash, { add, name, columns }: Place): void {
  const members = Object.keys(hash);
  const scalars = columns ?? members.filter((member) => isScalar(hash[member] ?? null)).sort(compare);
  const cells = scalars.map((member) => cellText(Object.hasOwn(hash, member) ? (hash[member] ?? null) : ""));
  if (cells.length > 0) add(`${name === undefined ? "" : `${name.toUpperCase()}\t`}${cells.join("\t")}\n`);
  for (const member of members.filter((other) => !scalars.includes(other)).sort(compare)) {
    write(hash[member] ?? null, { add, name: member, columns: undefined });
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
