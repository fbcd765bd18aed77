import { strip } from "../config-file/text";
import { Failure } from "../failure/failure";
import { parseJson as parseJsonText } from "../python/json";
import type { Shape } from "../operations/shape";
import type { Json, Value } from "../types";
import { deepest, isDeep } from "./depth";
import { integerOf, isScalar, numberOf } from "./scalar";

/** A value that was given for an option. */
export interface GivenValue {
  /** The option with its dashes. */
  readonly option: string;
  readonly shape: Shape;
  /**
   * The words that were typed for a list, any number of them; one text for every other shape. The caller has read files
   * and URLs: aws-cli reads one only if it is an option's only word. For a list, the content then stands here as one
   * text, not as a list of one word, and is read differently.
   */
  readonly given: string | Uint8Array | readonly string[];
  /**
   * The content of a `file://` or `fileb://` value after `@=`, any other text unchanged: `loadFile` without an option.
   */
  readonly load: (text: string) => Promise<string | Uint8Array>;
}

/**
 * The value of an option, from JSON, shorthand syntax or plain words, as aws-cli's `argprocess` reads it. It may still
 * not fit its shape; the checks find that. Throws a Failure for a text that cannot be read at all.
 */
export async function typedValue(value: GivenValue): Promise<Value> {
  const { option, shape, given } = value;
  const first = isWords(given) ? given[0] : given;
  if (!takesShorthand(shape) || (typeof first === "string" && /^[[{]/.test(strip(first)))) return plainValue(value);
  if (given instanceof Uint8Array) throw new Failure({ kind: "value-is-bytes", option, length: given.length });
  return (await import("./shorthand-value")).shorthandValue(value, given);
}

/** Whether a shape's values may be in shorthand syntax: a list's items may, but not if they are single values. */
function takesShorthand(shape: Shape): boolean {
  return shape.kind === "list" ? !isScalar(shape.of) : !isScalar(shape) && shape.kind !== "document";
}

async function plainValue({ option, shape, given }: Omit<GivenValue, "load">): Promise<Value> {
  if (shape.kind === "list") return listValue(option, shape.of, given);
  const text = isWords(given) ? given.join(" ") : given;
  if (isScalar(shape)) return scalarValue(option, shape, text);
  if (typeof text !== "string") throw new Failure({ kind: "value-is-bytes", option, length: text.length });
  return shape.kind === "document" || strip(text).startsWith("{")
    ? readJson(option, text)
    : notStructured(option, text);
}

async function listValue(option: string, of: Shape, given: GivenValue["given"]): Promise<Value> {
  const only = !isWords(given) ? given : given.length === 1 ? given[0] : undefined;
  if (typeof only === "string" && strip(only).startsWith("[")) return readJson(option, only);
  /* aws-cli takes a text from a file that is no JSON for a list of its characters, and bytes for a list of numbers. */
  if (!isWords(given)) throw new Failure({ kind: "file-not-list", option });
  const items: Value[] = [];
  for (const text of given) items.push(await plainValue({ option, shape: of, given: text }));
  return items;
}

function scalarValue(option: string, { kind }: Shape, text: string | Uint8Array): Value {
  if (kind === "integer" || kind === "long") return integerOf(option, text);
  if (kind === "float" || kind === "double") return numberOf(option, text);
  if (kind === "boolean") return text.length > 0 && !(typeof text === "string" && text.toLowerCase() === "false");
  return text;
}

/** JSON as it was typed. */
async function readJson(option: string, text: string): Promise<Json> {
  const value = await parseJson(option, text);
  if (text.length > 2 * deepest && isDeep(value)) throw new Failure({ kind: "value-too-deep", option, limit: deepest });
  return value;
}

async function parseJson(option: string, received: string): Promise<Json> {
  try {
    return parseJsonText(received);
  } catch (error) {
    const { locateFault } = await import("../python/json-fault");
    throw new Failure({ kind: "value-not-json", option, fault: locateFault(received), received }, { cause: error });
  }
}

function notStructured(option: string, received: string): never {
  throw new Failure({ kind: "value-not-structured", option, received });
}

function isWords(given: GivenValue["given"]): given is readonly string[] {
  return Array.isArray(given);
}
