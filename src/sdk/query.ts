import { AwsQueryProtocol } from "@aws-sdk/core/protocols";
import type { $SchemaRef } from "@smithy/types";
import type { Operation } from "../operations/operation";
import { floatOf, integerText, isNumeric, numberText } from "../python/numeric";
import { isoTime, parseTimestamp } from "../python/timestamp";
import type { Value } from "../types";
import { inputOf, wrongType, type Place } from "./input";
import { asTheyStand, sdkKinds, structureSchema } from "./schema";
import type { ErrorAnswer, Headers, ProtocolClass, Success, Wire } from "./wire";
import { withoutItems, type Parted } from "./large-list";
import { child, count, hasText, isWhole, rootOf, textOf } from "./xml";

/** The Query protocol: the input is a form, the answer XML. */
export const wire: Wire = {
  Protocol: AwsQueryProtocol as unknown as ProtocolClass,
  inputSchema: (input) => structureSchema(input, asTheyStand),
  outputSchema: (output) => structureSchema(output, read),
  input: (params, { input }) =>
    inputOf({ shape: input, value: params, path: "" }, formValue) as Record<string, unknown>,
  part: (body, { output }) => withoutItems(body, output),
  success,
  read: ({ deserializer }, output, tree) => {
    const reader = deserializer as Reader;
    const once = onlyOnce();
    reader.stringDeserializer = { read: (schema, text) => valueOf(schema, text, once) };
    return reader.readSchema(output, tree);
  },
  error: readError,
};

const read = {
  ...asTheyStand,
  integer: sdkKinds.integer,
  long: sdkKinds.integer,
  float: sdkKinds.number,
  double: sdkKinds.number,
  boolean: sdkKinds.boolean,
};

interface Reader {
  /** The function that the SDK reads an element's text by. */
  stringDeserializer: { readonly read: (schema: { getSchema(): unknown }, text: string) => unknown };
  readSchema(schema: $SchemaRef, value: unknown): Record<string, unknown>;
}

/** An element's text, read as botocore's `BaseXMLResponseParser` reads it. */
function valueOf(schema: { getSchema(): unknown }, text: string, once: (text: string) => string): unknown {
  switch (schema.getSchema()) {
    case sdkKinds.integer:
      return integerText(text) ?? noNumber(text);
    case sdkKinds.number:
      return text.trim() === "" || Number.isNaN(Number(text)) ? noNumber(text) : floatOf(Number(text));
    case sdkKinds.boolean:
      return text === "true";
    default:
      return once(text);
  }
}

/** How many texts are remembered at a time. */
const remembered = 1000;

/** The length from which on a part of a text keeps all of it, in UTF-16 units. */
const shortest = 13;

/**
 * Keeps one of texts that are alike: most of a large answer's are. A copy, as V8 has a part of a text keep all of it.
 */
function onlyOnce(): (text: string) => string {
  const seen = new Map<string, string>();
  return (text) => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    if (seen.size === remembered) seen.clear();
    const copy = text.length < shortest ? text : (JSON.parse(JSON.stringify(text)) as string);
    seen.set(copy, copy);
    return copy;
  };
}

function noNumber(text: string): never {
  throw new Error(`${JSON.stringify(text.slice(0, 40))} is no number`);
}

/** A value as it is sent in a form, spelled as aws-cli spells it; a form holds only text. */
function formValue(place: Place): unknown {
  const { shape, value } = place;
  switch (shape.kind) {
    case "list":
      return isTrue(value) ? refuse(place) : [];
    case "structure":
    case "map":
      return refuse(place);
    case "boolean":
      return isTrue(value) ? "true" : "false";
    case "timestamp":
      return timeText(place);
    default:
      return formText(place);
  }
}

function timeText(place: Place): string {
  const { value } = place;
  const time = typeof value === "string" || typeof value === "number" ? parseTimestamp(value) : undefined;
  return time === undefined ? refuse(place) : isoTime(time);
}

function formText(place: Place): string {
  const { value } = place;
  if (typeof value === "string") return value;
  if (typeof value === "number" || isNumeric(value)) return numberText(value);
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null ? "None" : refuse(place);
}

function refuse(place: Place): never {
  throw wrongType(place, place.shape.kind);
}

/** Whether Python takes a value for true. */
function isTrue(value: Value): boolean {
  if (typeof value !== "object" || value === null) return Boolean(value);
  return isNumeric(value) ? value.valueOf() !== 0 : Object.keys(value).length > 0;
}

/**
 * Judges whether a body is a success: one document whose root has the operation's name and holds the result and the
 * metadata, once each, and neither errors nor text. The items of `list` were taken out of the body.
 */
function success(body: string, _: Headers, operation: Operation, list?: Parted["list"]): Success {
  const { name, model } = operation;
  const { resultWrapper } = model;
  const root = rootOf(body);
  const wanted = `${name}Response`;
  if (root?.name !== wanted || !isWhole(body, wanted)) return { flaw: `XML with the root ${wanted}` };
  const { element } = root;
  const parts = resultWrapper === undefined ? ["ResponseMetadata"] : [resultWrapper, "ResponseMetadata"];
  const missing = parts.filter((part) => count(element, part) !== 1);
  if (missing.length > 0) return { flaw: `a ${wanted} with one ${missing.join(" and one ")}` };
  if (hasText(element) || count(element, "Error") + count(element, "Errors") > 0) return { flaw: "a success" };
  if (resultWrapper === undefined) return { tree: {} };
  const tree = child(element, resultWrapper);
  if (!list || tree === undefined) return { tree };
  const [member = ""] = Object.keys(list);
  if (typeof tree === "string" || count(tree, member) !== 1) {
    return { flaw: `a ${wanted} with one ${member} in its ${resultWrapper}` };
  }
  return { tree: { ...tree, ...list } };
}

/**
 * The error in a body: the root's `Error`, or the first one in its `Errors`. A missing code or message is `Unknown`
 * (botocore).
 */
function readError(body: string): ErrorAnswer | undefined {
  const root = rootOf(body)?.element;
  const error = child(root, "Error") ?? child(child(root, "Errors"), "Error");
  if (error === undefined) return undefined;
  return { code: textOf(child(error, "Code")) ?? "Unknown", message: textOf(child(error, "Message")) ?? "Unknown" };
}
