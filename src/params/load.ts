import { isUtf8 } from "node:buffer";
import { loadOperation } from "../operations/load";
import { optionName } from "../operations/option-name";
import type { Shape } from "../operations/shape";
import { expandUser, expandVariables } from "../python/expand-path";
import { Failure } from "../failure/failure";
import type { CallInvocation, Io, Params, TypedValue, Value } from "../types";
import { readBytes } from "./file";
import { integerOf } from "./scalar";

/** An operation's own options after values from files and URLs were read and integers were made. */
export interface LoadedValues {
  readonly values: Params;
  /** What was given with `--cli-input-json`, read from its file. */
  readonly cliInputJson: string | Uint8Array | undefined;
}

/** Where values may come from. */
interface Sources {
  /** Whether `http://` and `https://` are read. */
  readonly followUrls: boolean;
  readonly io: Io;
}

/**
 * Reads values given as `file://`, `fileb://`, `http://` or `https://`, and makes of each what its shape asks for. Throws a
 * Failure for the first that cannot be.
 */
export async function loadValues(
  { operation: grammar, values: typed, cliInputJson }: CallInvocation,
  sources: Sources,
): Promise<LoadedValues> {
  const values: Record<string, Value> = {};
  if (Object.keys(typed).length > 0) {
    const { operation } = await loadOperation(grammar);
    for (const [member, shape] of Object.entries(operation.input.members)) {
      const given = typed[optionName(member)];
      if (given !== undefined) values[member] = await valueOf(`--${optionName(member)}`, { given, shape }, sources);
    }
  }
  return { values, cliInputJson: cliInputJson === undefined ? undefined : await loadInput(cliInputJson, sources) };
}

/** What was typed for a member, and what it is to be. */
interface Typed {
  readonly given: TypedValue;
  readonly shape: Shape;
}

async function valueOf(option: string, { given, shape }: Typed, sources: Sources): Promise<Value> {
  if (typeof given === "boolean") return given;
  if (typeof given !== "string") return Promise.all(given.map((word) => loadValue(option, word, sources))) as never;
  const value = await loadValue(option, given, sources);
  return shape.kind === "integer" ? integerOf(option, value) : value;
}

/** aws-cli reads the input from a URL too, and then takes the URL itself for the input. */
async function loadInput(text: string, sources: Sources): Promise<string | Uint8Array> {
  const loaded = await loadValue("--cli-input-json", text, sources);
  return isUrl(text) ? text : loaded;
}

async function loadValue(option: string, text: string, { followUrls, io }: Sources): Promise<string | Uint8Array> {
  if (!text.includes("://")) return text;
  return isUrl(text) && followUrls
    ? (await import("./url")).fetchText(option, text, io.trace)
    : loadFile(option, text, io.env);
}

/**
 * The content of a `file://` or `fileb://` value; any other text as it is. Throws a Failure for a file that cannot be
 * read, without an option where aws-cli names none: behind `@=` in shorthand syntax.
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
