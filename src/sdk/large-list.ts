import type { ListShape, StructureShape } from "../operations/shape";
import { elementOf, type Element } from "./xml";

/** A document without the items of its list, and the member of the output that they are for, as an element's children. */
export interface Parted {
  readonly frame: string;
  readonly list: Readonly<Record<string, Element>> | undefined;
}

/** The length from which on it is worth it, in UTF-16 units. */
const large = 64 * 1024;

/** A tag that is more than a name: one with attributes, spaces or a prefix, and what is no tag. */
const unusual = /<[^<>\s?:]*[<\s?:]/;

/**
 * Takes the items of the output's list out of a large document. Each is parsed when a loop comes to it, and not kept, so
 * that the tree of all of them is never there. A document in which that might come to something else stays whole.
 */
export function withoutItems(xml: string, { members }: StructureShape): Parted {
  const whole = { frame: xml, list: undefined };
  const [member, shape] = Object.entries(members).find(([, { kind }]) => kind === "list") ?? [];
  if (xml.length < large || member === undefined || xml.includes("<!")) return whole;
  const { locationName: name = member, itemLocationName: item = "member" } = shape as ListShape;
  const at = xml.indexOf(`<${name}>`);
  const start = at + name.length + 2;
  const ends = at < 0 ? undefined : itemEnds(xml, start, { name, item });
  const end = ends?.pop();
  if (ends === undefined || end === undefined || unusual.test(xml.slice(start, end))) return whole;
  const items = Object.assign([], { [Symbol.iterator]: () => parsed(xml, start, ends) });
  return { frame: xml.slice(0, start) + xml.slice(end), list: { [name]: { [item]: items } } };
}

/** Where the items end that stand one after the other from `start`, and at last where the list's end begins. */
function itemEnds(xml: string, start: number, { name, item }: { name: string; item: string }): number[] | undefined {
  const tags = new RegExp(`<(/?)(?:${item}|${name})>`, "g");
  tags.lastIndex = start;
  const ends: number[] = [];
  for (let depth = 0, tag = tags.exec(xml); tag; tag = tags.exec(xml)) {
    if (depth === 0 && xml.slice(ends.at(-1) ?? start, tag.index).trim() !== "") return undefined;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) ends.push(tags.lastIndex);
    if (depth < 0) return [...ends, tag.index];
  }
  return undefined;
}

function* parsed(xml: string, start: number, ends: readonly number[]): Generator<Element> {
  let at = start;
  for (const end of ends) {
    yield elementOf(xml.slice(at, end));
    at = end;
  }
}
