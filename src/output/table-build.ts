import type { Json } from "../types";
import { addNames, addRow, newSection, type Section } from "./table-section";
import { compare } from "../python/order";
import { isHash, isList, isScalar, type Hash, type List } from "../python/value";
import { Unprintable } from "./unprintable";

type Place = Pick<Section, "title" | "level">;

/**
 * Hands on the sections of a value, each when it is complete, so that there is only one at a time; none for a value that
 * shows nothing. Throws an `Unprintable` for rows of different lengths.
 */
export function eachSection(value: Json, title: string, handOn: (section: Section) => void): void {
  let current: Section | undefined;
  const sections: Sections = {
    begin: (name, level) => {
      if (current) handOn(current);
      current = newSection(name, level);
    },
    last: () => {
      if (current === undefined) throw new Unprintable("no section");
      return current;
    },
  };
  build(sections, value, { title, level: 0 });
  if (current) handOn(current);
}

/** Sections as they are built. */
interface Sections {
  begin(title: string | null, level: number): void;
  last(): Section;
}

/** Without a title, rows go to the last section. */
function build(sections: Sections, value: Json, { title, level }: Place): void {
  if (isNothing(value)) return;
  if (title !== null) sections.begin(title, level);
  if (isHash(value)) buildHash(sections, value, level);
  else if (isList(value) && isHash(value[0] ?? null)) buildHashes(sections, value, { title, level });
  else if (isList(value)) for (const item of value) buildItem(sections, item);
}

function buildItem(sections: Sections, item: Json): void {
  if (isHash(item)) addRow(sections.last(), Object.keys(item));
  else if (!isList(item)) addRow(sections.last(), [item]);
  else if (item.every(isScalar)) addRow(sections.last(), item);
  else build(sections, item, { title: null, level: 0 });
}

function buildHash(sections: Sections, hash: Hash, level: number): void {
  const names = Object.keys(hash).sort(compare);
  const scalars = names.filter((name) => isScalar(hash[name] ?? null));
  const section = sections.last();
  const only = scalars[0];
  if (scalars.length === 1 && only !== undefined) addRow(section, [only, hash[only] ?? null]);
  else if (scalars.length > 0) {
    addNames(section, scalars);
    addRow(
      section,
      scalars.map((name) => hash[name] ?? null),
    );
  }
  for (const name of names) {
    const member = hash[name] ?? null;
    if (!isScalar(member)) build(sections, member, { title: name, level: level + 1 });
  }
}

function buildHashes(sections: Sections, list: List, { title, level }: Place): void {
  const hashes = list.map((item) => {
    if (isHash(item)) return item;
    if (isList(item) ? item.length > 0 : item !== "") throw mixed();
    return {};
  });
  const [scalars, nested] = memberNames(hashes);
  if (scalars.length > 0 && !list.every(isHash)) throw mixed();
  addNames(sections.last(), scalars);
  for (const [at, hash] of hashes.entries()) {
    if (at > 0 && nested.length > 0) {
      sections.begin(title, level);
      addNames(sections.last(), scalars);
    }
    addRow(
      sections.last(),
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
  let last: Hash = {};
  for (const hash of hashes) {
    if (!isAlike(hash, last))
      for (const name of Object.keys(hash)) (isScalar(hash[name] ?? null) ? scalars : nested).add(name);
    last = hash;
  }
  return [[...scalars].sort(compare), [...nested].sort(compare)];
}

/** Whether two objects have the same members, scalars and others, in the same order. */
function isAlike(one: Hash, other: Hash): boolean {
  const [names, others] = [Object.keys(one), Object.keys(other)];
  const isSame = (name: string, at: number): boolean =>
    name === others[at] && isScalar(one[name] ?? null) === isScalar(other[name] ?? null);
  return names.length === others.length && names.every(isSame);
}

function isNothing(value: Json): boolean {
  if (isList(value)) return value.length === 0;
  if (!isHash(value)) return !value;
  for (const name in value) if (Object.hasOwn(value, name)) return false;
  return true;
}
