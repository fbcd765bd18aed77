import type { Json } from "../types";
import { addNames, addRow, namesOf, newSection, type Names, type Section } from "./table-section";
import { compare } from "../python/order";
import { cellText } from "../python/text";
import { isHash, isList, isScalar, type Hash, type List } from "../python/value";
import { Unprintable } from "./unprintable";

type Place = Pick<Section, "title" | "level">;

/**
 * Hands on the sections of a value, each when it is complete, so that there is only one at a time; none for a value that
 * shows nothing. Throws an `Unprintable` for rows of different lengths.
 */
export function eachSection(value: Json, title: string, handOn: (section: Section) => void): void {
  const sections: Sections = { current: undefined, handOn, members: new Map() };
  build(sections, value, { title, level: 0 });
  if (sections.current) handOn(sections.current);
}

/** Sections as they are built. */
interface Sections {
  current: Section | undefined;
  readonly handOn: (section: Section) => void;
  /** The members of the last object or list of objects under a title: the next one's are mostly the same. */
  readonly members: Map<string | null, Members>;
}

function begin(sections: Sections, { title, level }: Place): void {
  if (sections.current) sections.handOn(sections.current);
  sections.current = newSection(title, level);
}

function last({ current }: Sections): Section {
  if (current === undefined) throw new Unprintable("no section");
  return current;
}

/** Without a title, rows go to the last section. */
function build(sections: Sections, value: Json, place: Place): void {
  if (isNothing(value)) return;
  if (place.title !== null) begin(sections, place);
  if (isList(value)) buildList(sections, value, place);
  else if (isHash(value)) buildHash(sections, value, place);
}

function buildList(sections: Sections, list: List, place: Place): void {
  if (isHash(list[0] ?? null)) buildHashes(sections, list, place);
  else for (const item of list) buildItem(sections, item);
}

function buildItem(sections: Sections, item: Json): void {
  if (isHash(item)) addRow(last(sections), Object.keys(item));
  else if (!isList(item)) addRow(last(sections), [cellText(item)]);
  else if (item.every(isScalar)) addRow(last(sections), item.map(cellText));
  else build(sections, item, { title: null, level: 0 });
}

function buildHash(sections: Sections, hash: Hash, { title, level }: Place): void {
  const { scalars, nested } = membersOf(sections, [hash], title);
  const section = last(sections);
  const cells = rowOf(hash, scalars);
  if (cells.length === 1) addRow(section, [...scalars.texts, ...cells]);
  else if (cells.length > 0) {
    addNames(section, scalars);
    addRow(section, cells);
  }
  buildNested(sections, hash, { nested, level });
}

function buildHashes(sections: Sections, list: List, { title, level }: Place): void {
  const hashes = list.map(hashOf);
  const { scalars, nested } = membersOf(sections, hashes, title);
  if (scalars.texts.length > 0 && hashes.some((hash, at) => hash !== list[at])) throw mixed();
  addNames(last(sections), scalars);
  for (let at = 0; at < hashes.length; at++) {
    if (at > 0 && nested.length > 0) {
      begin(sections, { title, level });
      addNames(last(sections), scalars);
    }
    const hash = hashes[at] ?? {};
    addRow(last(sections), rowOf(hash, scalars));
    buildNested(sections, hash, { nested, level });
  }
}

function buildNested(
  sections: Sections,
  hash: Hash,
  { nested, level }: Pick<Members, "nested"> & Pick<Place, "level">,
): void {
  for (const name of nested) {
    if (Object.hasOwn(hash, name)) build(sections, hash[name] ?? null, { title: name, level: level + 1 });
  }
}

/** The cells of an object's row; empty where it has no such member. */
function rowOf(hash: Hash, { texts }: Names): readonly string[] {
  return texts.map((name) => (Object.hasOwn(hash, name) ? cellText(hash[name] ?? null) : ""));
}

/** An item of a list of objects; what is as empty as an object may stand for one. */
function hashOf(item: Json): Hash {
  if (isHash(item)) return item;
  if (isList(item) ? item.length > 0 : item !== "") throw mixed();
  return {};
}

const mixed = () => new Unprintable("a list of objects and other values has no table form");

/** The sorted names of members that are scalars, and of those that are not; a name can be both in different objects. */
interface MemberNames {
  readonly scalars: Names;
  readonly nested: readonly string[];
}

/** The members of objects that are all alike: their names in the objects' order, and whether each is a scalar. */
interface Members extends MemberNames {
  readonly names: readonly string[];
  readonly areScalars: readonly boolean[];
}

/** The names of the members of objects under a title. */
function membersOf(sections: Sections, hashes: readonly Hash[], title: string | null): MemberNames {
  const known = sections.members.get(title);
  if (known && haveAll(hashes, known)) return known;
  const [first = {}] = hashes;
  const names = Object.keys(first);
  const members = { ...memberNames([first]), names, areScalars: names.map((name) => isScalar(first[name] ?? null)) };
  if (!haveAll(hashes, members)) return memberNames(hashes);
  sections.members.set(title, members);
  return members;
}

function memberNames(hashes: readonly Hash[]): MemberNames {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const hash of hashes)
    for (const name of Object.keys(hash)) (isScalar(hash[name] ?? null) ? scalars : nested).add(name);
  return { scalars: namesOf([...scalars].sort(compare)), nested: [...nested].sort(compare) };
}

function haveAll(hashes: readonly Hash[], members: Members): boolean {
  for (const hash of hashes) if (!has(hash, members)) return false;
  return true;
}

/** Whether an object has just these members, scalars and others, in the same order. */
function has(hash: Hash, { names, areScalars }: Members): boolean {
  const own = Object.keys(hash);
  if (own.length !== names.length) return false;
  for (let at = 0; at < own.length; at++) {
    const name = own[at] ?? "";
    if (name !== names[at] || isScalar(hash[name] ?? null) !== areScalars[at]) return false;
  }
  return true;
}

function isNothing(value: Json): boolean {
  if (isList(value)) return value.length === 0;
  if (!isHash(value)) return !value;
  for (const name in value) if (Object.hasOwn(value, name)) return false;
  return true;
}
