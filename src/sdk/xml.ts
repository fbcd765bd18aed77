import { parseXML } from "@aws-sdk/xml-builder";

/** An element as the SDK's parser gives it: its text, or its children and attributes by name; those of one name in a list. */
export type Element = string | { readonly [name: string]: Element | readonly Element[] };

/** The one root of a document, by its name without a namespace's prefix. */
export interface Root {
  readonly name: string;
  readonly element: Element;
}

/** The parser reads one element and stops, so it is given one that holds the document: then all of it is seen. */
const holder = "document";

/**
 * Reads the one document that a text is. Undefined for what is none, or more than one, or has text around its root.
 * A document with a type of its own is not parsed: services send none, and the SDK's parser takes long over many.
 */
export function rootOf(xml: string): Root | undefined {
  if (/<!doctype|<\/document/i.test(xml)) return undefined;
  try {
    const whole = (parseXML(`<${holder}>${xml}</${holder}>`) as Record<string, Element>)[holder];
    if (whole === undefined || typeof whole === "string" || hasText(whole)) return undefined;
    const [root, ...more] = Object.entries(whole).filter(([name]) => name !== "#text");
    if (!root || more.length > 0 || Array.isArray(root[1])) return undefined;
    const [name, element] = root as [string, Element];
    return { name: localName(name), element: name.includes(":") ? (withoutPrefixes(element) as Element) : element };
  } catch {
    return undefined;
  }
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined || typeof element === "string" || !Object.hasOwn(element, name)) return undefined;
  return [element[name]].flat()[0] as Element | undefined;
}

/** How many children an element has of a name. */
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
  return Object.fromEntries(children.map(([name, inner]) => [localName(name), withoutPrefixes(inner)])) as Element;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}
