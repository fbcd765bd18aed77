import { Failure } from "../failure/failure";
import type { PagesModel } from "../operations/model";
import { parseInteger } from "../python/int";
import { parseJson } from "../python/json";
import { isHash, isList } from "../python/value";
import type { Json, Params } from "../types";

/**
 * The place where `--starting-token` begins: members of the input, and how many items of the first answer were already
 * shown.
 */
export interface Start {
  readonly members: Readonly<Record<string, Json>>;
  readonly skip: number;
}

/** The name in a token for the number of items of a page that were already shown (botocore's name). */
const amount = "boto_truncate_amount";

/** The token that continues from here, as botocore makes it: base64 of JSON. */
export function encodeToken(members: Params): string {
  const parts = Object.entries(members).map(([name, value]) => `${ascii(name)}: ${ascii(value as Json)}`);
  return Buffer.from(`{${parts.join(", ")}}`).toString("base64");
}

function ascii(value: Json): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** Reads `--starting-token`: a token of ours, or the service's own, which older versions accepted. Throws a Failure. */
export function startOf(text: string, { inputToken }: PagesModel): Start {
  const token = decoded(text);
  if (token === undefined || isList(token)) return oldStart(text, inputToken);
  if (!isHash(token)) throw new Failure({ kind: "starting-token-bad", token: text });
  const { [amount]: skip = 0, ...members } = token;
  if (typeof skip !== "number" || !Number.isInteger(skip))
    throw new Failure({ kind: "starting-token-bad", token: text });
  return { members, skip };
}

/** The JSON in a token; undefined for a text that is not base64 of JSON. */
function decoded(text: string): Json | undefined {
  const code = text.replace(/[^A-Za-z0-9+/=]/g, "");
  if (!/^(?:.{4})*$/.test(code) || /=(?!=?$)/.test(code)) return undefined;
  try {
    return parseJson(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(code, "base64")));
  } catch {
    return undefined;
  }
}

/** Reads the older forms: `TOKEN___AMOUNT`, or the token alone. */
function oldStart(text: string, inputToken: string): Start {
  const parts = text.split("___");
  const skip = parts.length === 2 ? parseInteger(parts[1] ?? "") : undefined;
  if (parts.length > 2) throw new Failure({ kind: "starting-token-bad", token: text });
  const token = skip === undefined ? text : (parts[0] ?? "");
  return { members: { [inputToken]: token === "None" ? null : token }, skip: skip ?? 0 };
}

/** An input with a token in it; a null token removes the one that is there. */
export function inputOf(params: Params, members: Params): Params {
  const input = { ...params, ...members };
  return Object.fromEntries(
    Object.entries(input).filter(([name, value]) => !(name in members && (value === null || value === "None"))),
  );
}
