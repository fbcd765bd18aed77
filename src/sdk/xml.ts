import { parseXML } from "@aws-sdk/xml-builder";

/**
 * An element as the SDK's parser returns it: its text, or its children and attributes by name; several of one name are
 * a list.
 */
export type Element = string | { readonly [name: string]: Element | readonly Element[] };

/** The one root of a document, by its name without a namespace's prefix. */
export interface Root {
  readonly name: string;
  readonly element: Element;
}

/**
 * Reads the root of a document, whatever follows it. Undefined for a text that is not XML. A document with a DOCTYPE is
 * not parsed: services send none, and the SDK's parser takes long over many.
 */
export function rootOf(xml: string): Root | undefined {
  if (/<!doctype/i.test(xml)) return undefined;
  try {
    const [root] = Object.entries(parseXML(xml) as Record<string, Element>);
    if (!root) return undefined;
    const [name, element] = root;
    return { name: localName(name), element: name.includes(":") ? (withoutPrefixes(element) as Element) : element };
  } catch {
    return undefined;
  }
}

/** An element from its text. Throws for what is no XML. */
export function elementOf(xml: string): Element {
  const [element = ""] = Object.values(parseXML(xml) as Record<string, Element>);
  return element;
}

/**
 * Whether nothing but comments follows a root of this name, at which the SDK's parser stops: the root is opened and
 * closed once, and its end is the end of the text.
 */
export function isWhole(xml: string, root: string): boolean {
  let end = xml.length;
  for (let trimmed = -1; trimmed !== end;) {
    trimmed = end;
    while (/\s/.test(xml.charAt(end - 1))) end--;
    if (xml.endsWith("-->", end)) end = Math.max(xml.lastIndexOf("<!--", end - 1), 0);
  }
  const tags = [...xml.matchAll(new RegExp(`<(/?)(?:[\\w.-]+:)?${root}(?=[\\s/>])[^<>]*>`, "g"))];
  const [open, close] = tags;
  const last = close ?? open;
  if (!open || !last || tags.length > 2 || open[1] === "/") return false;
  return last.index + last[0].length === end && (close ? close[1] === "/" : open[0].endsWith("/>"));
}

/** The first child of an element that has a given name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined || typeof element === "string" || !Object.hasOwn(element, name)) return undefined;
  return [element[name]].flat()[0];
}

/** The number of children of an element that have a given name. */
export function count(element: Element, name: string): number {
  return typeof element === "string" || !Object.hasOwn(element, name) ? 0 : [element[name]].flat().length;
}

/** The text of an element that has no children. */
export function textOf(element: Element | undefined): string | undefined {
  if (element === undefined || typeof element === "string") return element;
  const text = element["#text"];
  return typeof text === "string" ? text : undefined;
}

/** Whether an element holds text that is more than space. */
export function hasText(element: Element): boolean {
  return (textOf(element) ?? "").trim() !== "";
}

function withoutPrefixes(element: Element | readonly Element[]): Element | readonly Element[] {
  if (typeof element === "string") return element;
  if (Array.isArray(element)) return element.map(withoutPrefixes) as Element[];
  const children = Object.entries(element as Record<string, Element>);
  return Object.fromEntries(children.map(([name, inner]) => [localName(name), withoutPrefixes(inner)]));
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}
