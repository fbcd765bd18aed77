import { Failure } from "../failure/failure";
import { parseJson as parseJsonText } from "../python/json";
import { isNumeric } from "../python/numeric";
import type { CallInvocation, Json, Params } from "../types";
import { deepest, isDeep } from "./depth";
import type { LoadedValues } from "./load";

/** Stands for a parked value until it is read, after everything else has been checked. It is never sent. */
const notYetRead = "parked";

/**
 * The input that is sent: the members of `--cli-input-json`, with the options' values over them. Throws a Failure for
 * an input that is not a JSON object, or that holds the member that a command's end decides.
 */
export async function mergeInput(
  { operation: { outcome, parked: kept }, command, parked }: CallInvocation,
  { values, cliInputJson }: LoadedValues,
): Promise<Params> {
  const stored: Params = parked && kept ? { [kept.member]: notYetRead } : {};
  if (cliInputJson === undefined) return { ...values, ...stored };
  const input = await parseInput(typeof cliInputJson === "string" ? cliInputJson : decoded(cliInputJson));
  const decided = command && outcome?.decides?.member;
  if (decided !== undefined && Object.hasOwn(input, decided)) {
    throw new Failure({ kind: "outcome-given", option: "--cli-input-json", member: decided });
  }
  if (parked && kept && Object.hasOwn(input, kept.member)) {
    const other = `${kept.member} in --cli-input-json`;
    throw new Failure({ kind: "options-exclusive", option: "--cli-parked-in", other });
  }
  return { ...values, ...input, ...values, ...stored };
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
