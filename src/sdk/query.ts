import { AwsQueryProtocol } from "@aws-sdk/core/protocols";
import { parseXML } from "@aws-sdk/xml-builder";
import type { Operation } from "../operations/operation";
import type { Value } from "../types";
import { wrongType, type ErrorAnswer, type ProtocolClass, type Wire } from "./wire";

/** An element as the SDK's parser gives it: its text, or its children and attributes by name. */
type Element = string | { readonly [name: string]: Element | readonly Element[] };

/** The Query protocol: the input is a form, the answer XML. */
export const wire: Wire = {
  Protocol: AwsQueryProtocol as ProtocolClass,
  freeInput: false,
  input: (params) =>
    Object.fromEntries(Object.entries(params).map(([member, value]) => [member, formText(member, value)])),
  flaw: findFlaw,
  error: readError,
};

/** Values that a form can only hold as text are spelled as aws-cli spells them. */
function formText(member: string, value: Value): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (value === null) return "None";
  throw wrongType(member, value);
}

function findFlaw(body: string, { name }: Operation): string | undefined {
  const root = `${name}Response`;
  const tag = Object.keys(parse(body) ?? {})[0] ?? "";
  return localName(tag) === root && isWhole(body, root) ? undefined : `XML with the root ${root}`;
}

/** The error is the root's `Error`, or the first one in its `Errors`; a code or message that is missing is `Unknown` (botocore). */
function readError(body: string): ErrorAnswer | undefined {
  const root = Object.values(parse(body) ?? {})[0];
  const error = child(root, "Error") ?? child(child(root, "Errors"), "Error");
  if (error === undefined) return undefined;
  return { code: textOf(child(error, "Code")) ?? "Unknown", message: textOf(child(error, "Message")) ?? "Unknown" };
}

/** A document with a type of its own is not parsed: services send none, and the SDK's parser takes long over many. */
function parse(xml: string): Record<string, Element> | undefined {
  if (/<!doctype/i.test(xml)) return undefined;
  try {
    return parseXML(xml) as Record<string, Element>;
  } catch {
    return undefined;
  }
}

/** The SDK's parser stops after the root, so it is looked at here that nothing but comments follows it. */
function isWhole(xml: string, root: string): boolean {
  let end = xml.trimEnd();
  for (let at; end.endsWith("-->") && (at = end.lastIndexOf("<!--")) > 0;) end = end.slice(0, at).trimEnd();
  const lastTag = end.slice(end.lastIndexOf("<"));
  return new RegExp(`^<(/([\\w.-]+:)?${root}\\s*|([\\w.-]+:)?${root}(\\s[^>]*)?/)>$`).test(lastTag);
}

/** The first child of a name, whatever its namespace prefix. */
function child(element: Element | undefined, name: string): Element | undefined {
  if (element === undefined || typeof element === "string") return undefined;
  const found = Object.entries(element).find(([tag]) => localName(tag) === name)?.[1];
  return Array.isArray(found) ? (found as readonly Element[])[0] : (found as Element | undefined);
}

function textOf(element: Element | undefined): string | undefined {
  if (element === undefined || typeof element === "string") return element;
  const text = element["#text"];
  return typeof text === "string" ? text : undefined;
}

function localName(tag: string): string {
  return tag.slice(tag.indexOf(":") + 1);
}
