import { isUtf8 } from "node:buffer";
import { optionName } from "../operations/operation";
import { expandUser, expandVariables } from "../python/expand-path";
import { Failure } from "../failure/failure";
import { hideUser } from "../io/url-user";
import { parseInteger } from "../python/int";
import type { CallInvocation, Io, Params } from "../types";
import { readBytes } from "./file";

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

/** Reads values given as `file://`, `fileb://`, `http://` or `https://`, and integers. Throws a Failure for the first that cannot be. */
export async function loadValues(
  { operation, values: typed, cliInputJson }: CallInvocation,
  sources: Sources,
): Promise<LoadedValues> {
  const values: Record<string, string | Uint8Array | number> = {};
  for (const [member, { type }] of Object.entries(operation.input)) {
    const text = typed[member];
    if (text === undefined) continue;
    const option = `--${optionName(member)}`;
    const value = await loadValue(option, text, sources);
    values[member] = type === "integer" ? integerOf(option, value) : value;
  }
  return { values, cliInputJson: cliInputJson === undefined ? undefined : await loadInput(cliInputJson, sources) };
}

/** aws-cli reads the input from a URL too, and then takes the URL itself for the input. */
async function loadInput(text: string, sources: Sources): Promise<string | Uint8Array> {
  const loaded = await loadValue("--cli-input-json", text, sources);
  return isUrl(text) ? text : loaded;
}

async function loadValue(option: string, text: string, { followUrls, io }: Sources): Promise<string | Uint8Array> {
  if (!text.includes("://")) return text;
  const [, scheme, rest] = /^(fileb?):\/\/(.*)$/s.exec(text) ?? [];
  if (rest !== undefined) {
    const path = expandVariables(expandUser(rest, io.env), io.env);
    const bytes = await readBytes({ option, source: text, path });
    return scheme === "file" ? decoded(bytes, option, path) : bytes;
  }
  if (isUrl(text)) hideUser(text, io.trace);
  return isUrl(text) && followUrls ? (await import("./url")).fetchText(option, text) : text;
}

function isUrl(text: string): boolean {
  return /^https?:\/\//.test(text);
}

/** Text as Python reads it: UTF-8, with every line end made `\n`. */
function decoded(bytes: Buffer, option: string, path: string): string {
  if (!isUtf8(bytes)) throw new Failure({ kind: "file-not-text", option, path });
  return bytes.toString("utf8").replace(/\r\n?/g, "\n");
}

function integerOf(option: string, value: string | Uint8Array): number {
  const text = typeof value === "string" ? value : Buffer.from(value).toString("latin1");
  const integer = parseInteger(text);
  if (integer === undefined) throw new Failure({ kind: "value-not-integer", option, value: text });
  return integer;
}
