import type { ListShape, StructureShape } from "../operations/shape";
import { elementOf, type Element } from "./xml";

/** A document, or one without the items of its list, and those, as children of an element. */
export interface Parted {
  readonly frame: Uint8Array;
  readonly list: Readonly<Record<string, Element>> | undefined;
}

/** The length from which on it is worth it, in bytes. */
const large = 64 * 1024;

/** A tag that is more than a name: one with attributes, spaces or a prefix, and what is no tag. */
const unusual = /<[^<>\s?:]*[<\s?:]/;

/**
 * Takes the items of the output's list out of a large document in UTF-8. Each is decoded and parsed when a loop comes to
 * it, and not kept, so that neither the text nor the tree of all of them is ever there. A document in which that might
 * come to something else stays whole.
 */
export function withoutItems(bytes: Uint8Array, { members }: StructureShape): Parted {
  const whole = { frame: bytes, list: undefined };
  const [member, shape] = Object.entries(members).find(([, { kind }]) => kind === "list") ?? [];
  if (bytes.length < large || member === undefined) return whole;
  const { locationName: name = member, itemLocationName: item = "member" } = shape as ListShape;
  const xml = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const at = xml.indexOf(`<${name}>`);
  if (at < 0 || xml.includes("<!")) return whole;
  const start = at + name.length + 2;
  const ends = itemEnds(xml, start, item);
  const end = ends.at(-1) ?? start;
  if (!/^[ \t\r\n]*<\//.test(xml.toString("latin1", end, end + large))) return whole;
  const items = Object.assign([], { [Symbol.iterator]: () => parsed(xml, start, ends) });
  return {
    frame: Buffer.concat([xml.subarray(0, start), xml.subarray(end)]),
    list: { [name]: { [item]: items } },
  };
}

/** Where the items end that stand one after the other from `start`, up to the first that is unusual. */
function itemEnds(xml: Buffer, start: number, item: string): readonly number[] {
  const [open, close] = [Buffer.from(`<${item}>`), Buffer.from(`</${item}>`)];
  const isItem = new RegExp(`^[ \\t\\r\\n]*<${item}>`);
  const ends: number[] = [];
  for (let from = start; ;) {
    const end = itemEnd(xml, from, { open, close });
    const text = xml.toString("latin1", from, end);
    if (!isItem.test(text) || unusual.test(text)) return ends;
    ends.push(end);
    from = end;
  }
}

/** Where the element ends that begins with the next `open`: behind the `close` with as many of each before it. */
function itemEnd(xml: Buffer, from: number, { open, close }: { open: Buffer; close: Buffer }): number {
  let end = from;
  for (let next = xml.indexOf(open, from); ;) {
    const found = xml.indexOf(close, end);
    if (found < 0 || next < 0) return end;
    end = found + close.length;
    next = xml.indexOf(open, next + open.length);
    if (next < 0 || next >= end) return end;
  }
}

function* parsed(xml: Buffer, start: number, ends: readonly number[]): Generator<Element> {
  let at = start;
  for (const end of ends) {
    yield elementOf(xml.toString("utf8", at, end));
    at = end;
  }
}
