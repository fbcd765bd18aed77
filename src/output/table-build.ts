import type { Json } from "../types";
import { addNames, addRow, newSection, type Section } from "./table-section";
import { compare } from "../python/order";
import { isHash, isList, isScalar, type Hash, type List } from "../python/value";
import { Unprintable } from "./unprintable";

type Place = Pick<Section, "title" | "level">;

/**
 * Adds the sections of a value; false if it shows nothing. Without a title, rows are added to the last section. Throws
 * an `Unprintable` for rows of different lengths.
 */
export function build(sections: Section[], value: Json, { title, level }: Place): boolean {
  if (isNothing(value)) return false;
  if (title !== null) sections.push(newSection(title, level));
  if (isHash(value)) buildHash(sections, value, level);
  else if (isList(value) && isHash(value[0] ?? null)) buildHashes(sections, value, { title, level });
  else if (isList(value)) for (const item of value) buildItem(sections, item);
  return true;
}

function buildItem(sections: Section[], item: Json): void {
  if (isHash(item)) addRow(last(sections), Object.keys(item));
  else if (!isList(item)) addRow(last(sections), [item]);
  else if (item.every(isScalar)) addRow(last(sections), item);
  else build(sections, item, { title: null, level: 0 });
}

function buildHash(sections: Section[], hash: Hash, level: number): void {
  const [scalars, nested] = memberNames([hash]);
  const section = last(sections);
  const only = scalars[0];
  if (scalars.length === 1 && only !== undefined) addRow(section, [only, hash[only] ?? null]);
  else if (scalars.length > 0) {
    addNames(section, scalars);
    addRow(
      section,
      scalars.map((name) => hash[name] ?? null),
    );
  }
  for (const name of nested) build(sections, hash[name] ?? null, { title: name, level: level + 1 });
}

function buildHashes(sections: Section[], list: List, { title, level }: Place): void {
  const hashes = list.map((item) => {
    if (isHash(item)) return item;
    if (isList(item) ? item.length > 0 : item !== "") throw mixed();
    return {};
  });
  const [scalars, nested] = memberNames(hashes);
  if (scalars.length > 0 && !list.every(isHash)) throw mixed();
  addNames(last(sections), scalars);
  for (const [at, hash] of hashes.entries()) {
    if (at > 0 && nested.length > 0) {
      sections.push(newSection(title, level));
      addNames(last(sections), scalars);
    }
    addRow(
      last(sections),
      scalars.map((name) => (Object.hasOwn(hash, name) ? (hash[name] ?? null) : "")),
    );
    for (const name of nested) {
      if (Object.hasOwn(hash, name)) build(sections, hash[name] ?? null, { title: name, level: level + 1 });
    }
  }
}

const mixed = () => new Unprintable("a list of objects and other values has no table form");

/** The names of members that are scalars, and of those that are not; a name can be both in different objects. */
function memberNames(hashes: readonly Hash[]): readonly [readonly string[], readonly string[]] {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const hash of hashes)
    for (const [name, value] of Object.entries(hash)) (isScalar(value) ? scalars : nested).add(name);
  return [[...scalars].sort(compare), [...nested].sort(compare)];
}

function isNothing(value: Json): boolean {
  if (isList(value)) return value.length === 0;
  return isHash(value) ? Object.keys(value).length === 0 : !value;
}

function last(sections: readonly Section[]): Section {
  const section = sections[sections.length - 1];
  if (section === undefined) throw new Unprintable("no section");
  return section;
}
