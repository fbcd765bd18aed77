import { Failure } from "../failure/failure";
import { parseJson as parseJsonText } from "../python/json";
import { isNumeric } from "../python/numeric";
import type { CallInvocation, Json, Params } from "../types";
import { deepest, isDeep } from "./depth";
import type { LoadedValues } from "./load";

/**
 * The input that is sent: the members of `--cli-input-json`, with the options' values over them. Throws a Failure for
 * an input that is no JSON object, or that holds what a command's end is to decide.
 */
export async function mergeInput(
  { operation: { outcome }, command }: CallInvocation,
  { values, cliInputJson }: LoadedValues,
): Promise<Params> {
  if (cliInputJson === undefined) return values;
  const input = await parseInput(typeof cliInputJson === "string" ? cliInputJson : decoded(cliInputJson));
  const decided = command && outcome?.decides?.member;
  if (decided !== undefined && Object.hasOwn(input, decided)) {
    throw new Failure({ kind: "outcome-given", option: "--cli-input-json", member: decided });
  }
  return { ...values, ...input, ...values };
}

async function parseInput(text: string): Promise<Readonly<Record<string, Json>>> {
  const value = await parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value) || isNumeric(value)) {
    throw new Failure({ kind: "input-not-object", received: text, value });
  }
  if (text.length > 2 * deepest && isDeep(value)) throw new Failure({ kind: "input-too-deep", limit: deepest });
  return value as Readonly<Record<string, Json>>;
}

async function parseJson(text: string): Promise<Json> {
  const json = text.replace(/^\ufeff/, "");
  try {
    return parseJsonText(json);
  } catch (error) {
    const { locateFault } = await import("../python/json-fault");
    throw new Failure({ kind: "input-not-json", fault: locateFault(json), received: text }, { cause: error });
  }
}

/** JSON in bytes: UTF-8, or UTF-16 with a byte order mark, as some shells save it. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
