import { isUtf8 } from "node:buffer";
import { loadOperation, type OperationBundle } from "../operations/load";
import type { AddedOption } from "../operations/operation";
import { optionName } from "../operations/option-name";
import type { Shape } from "../operations/shape";
import { expandUser, expandVariables } from "../python/expand-path";
import { Failure } from "../failure/failure";
import type { CallInvocation, Io, PageOptions, Params, TypedValue, TypedValues, Value } from "../types";
import { hideUser } from "../io/url-user";
import { readBytes } from "./file";
import { typedValue } from "./typed-value";

/** An operation's own options, after files and URLs were read and each value has become what its shape asks for. */
export interface LoadedValues {
  readonly values: Params;
  /** The value of `--cli-input-json`, read from its file. */
  readonly cliInputJson: string | Uint8Array | undefined;
  readonly pages: PageOptions | undefined;
}

/** The places that values may come from. */
interface Sources {
  /** Whether `http://` and `https://` are read. */
  readonly followUrls: boolean;
  readonly io: Io;
}

/**
 * Reads values given as `file://`, `fileb://`, `http://` or `https://`, and makes of each what its shape asks for.
 * Throws a Failure for the first value for which that fails.
 */
export async function loadValues(invocation: CallInvocation, sources: Sources): Promise<LoadedValues> {
  const { operation: grammar, values: typed, cliInputJson: input } = invocation;
  const values = Object.keys(typed).length > 0 ? await membersOf(await loadOperation(grammar), typed, sources) : {};
  const cliInputJson = input === undefined ? undefined : await loadInput(input, sources);
  return { values, cliInputJson, pages: await loadPages(invocation, sources) };
}

/** The members in the model's order, and after them those that aws-cli's added options set. */
async function membersOf({ operation }: OperationBundle, typed: TypedValues, sources: Sources): Promise<Params> {
  const values: Record<string, Value> = {};
  for (const [member, shape] of Object.entries(operation.input.members)) {
    const given = typed[optionName(member)];
    if (given !== undefined)
      values[member] = await valueOf({ option: `--${optionName(member)}`, given, shape }, sources);
  }
  for (const [name, added] of Object.entries(operation.addedOptions)) {
    const given = typed[name];
    if (given === undefined) continue;
    const value = await valueOf({ option: `--${name}`, given, shape: added.shape }, sources);
    values[added.member] = addedValue(`--${name}`, added, value);
  }
  return values;
}

/** The text that was typed for an option, and the shape that it must become. */
interface Typed {
  readonly option: string;
  readonly given: TypedValue;
  readonly shape: Shape;
}

/** The value of an option. Like aws-cli, it reads a file only if that is the option's only word. */
async function valueOf({ option, given, shape }: Typed, sources: Sources): Promise<Value> {
  if (typeof given === "boolean") return given;
  const only = typeof given === "string" ? given : given.length === 1 ? given[0] : undefined;
  const loaded = only === undefined ? only : await loadValue(option, only, sources);
  const text = loaded === undefined || (loaded === only && typeof given !== "string") ? given : loaded;
  return typedValue({ option, shape, given: text, load: (part) => loadFile(undefined, part, sources.io.env) });
}

/** The member's value that an added option makes. Throws a Failure for a value without a part that it must have. */
function addedValue(option: string, { shape, needs, becomes }: AddedOption, value: Value): Value {
  const given = value as Readonly<Record<string, Value>>;
  if (needs.some((name) => isEmpty(given[name]))) throw new Failure({ kind: "value-incomplete", option, needs });
  const known = Object.keys(shape.members).filter((name) => Object.hasOwn(given, name));
  return becomes(Object.fromEntries(known.map((name) => [name, given[name]]))) as Value;
}

/** Whether Python takes a value for false. */
function isEmpty(value: Value | undefined): boolean {
  return !value || (typeof value === "object" && Object.keys(value).length === 0);
}

async function loadPages({ pages }: CallInvocation, sources: Sources): Promise<PageOptions | undefined> {
  const token = pages?.startingToken;
  const startingToken = token === undefined ? undefined : await loadValue("--starting-token", token, sources);
  if (pages?.maxItems !== undefined && pages.maxItems <= 0) {
    sources.io.err.write("warning: Non-positive values for --max-items may result in undefined behavior.\n");
  }
  return startingToken === undefined ? pages : { ...pages, startingToken: String(startingToken) };
}

/** The input of `--cli-input-json`. Like aws-cli, it reads a URL too, and then takes the URL itself for the input. */
async function loadInput(text: string, sources: Sources): Promise<string | Uint8Array> {
  const loaded = await loadValue("--cli-input-json", text, sources);
  return isUrl(text) ? text : loaded;
}

async function loadValue(option: string, text: string, { followUrls, io }: Sources): Promise<string | Uint8Array> {
  if (!text.includes("://")) return text;
  if (!isUrl(text)) return loadFile(option, text, io.env);
  hideUser(text, io.trace);
  return followUrls ? (await import("./url")).fetchText(option, text) : text;
}

/**
 * The content of a `file://` or `fileb://` value; any other text unchanged. Throws a Failure for a file that cannot be
 * read; it names no option if aws-cli names none: after `@=` in shorthand syntax.
 */
export async function loadFile(option: string | undefined, text: string, env: Io["env"]): Promise<string | Uint8Array> {
  const [, scheme, rest] = /^(fileb?):\/\/(.*)$/s.exec(text) ?? [];
  if (rest === undefined) return text;
  const path = expandVariables(expandUser(rest, env), env);
  const bytes = await readBytes({ option, source: text, path });
  return scheme === "file" ? decoded(bytes, option, path) : bytes;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text);
}

/** Text as Python reads it: UTF-8, with every line end made `\n`. */
function decoded(bytes: Buffer, option: string | undefined, path: string): string {
  if (!isUtf8(bytes)) throw new Failure({ kind: "file-not-text", option, path });
  return bytes.toString("utf8").replace(/\r\n?/g, "\n");
}
