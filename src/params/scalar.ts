import { Failure } from "../failure/failure";
import { parseFloatText } from "../python/float";
import { integerDigits } from "../python/int";
import { floatOf, integerText, type Numeric } from "../python/numeric";
import type { Shape } from "../operations/shape";

/** An integer as typed, with all its digits. Throws a Failure for a value that is not an integer. */
export function integerOf(option: string, value: string | Uint8Array): number | Numeric {
  const text = textOf(value);
  const integer = integerText(integerDigits(text) ?? "");
  if (integer === undefined) throw new Failure({ kind: "value-not-integer", option, value: text });
  return integer;
}

/** A number as typed, in the form in which Python writes it. Throws a Failure for a value that is not a number. */
export function numberOf(option: string, value: string | Uint8Array): number | Numeric {
  const text = textOf(value);
  const number = parseFloatText(text);
  if (number === undefined) throw new Failure({ kind: "value-not-scalar", option, expected: "number", received: text });
  return floatOf(number);
}

/** Whether the values of a shape hold no others: all but lists, maps, structures and documents. */
export function isScalar({ kind }: Shape): boolean {
  return kind !== "list" && kind !== "map" && kind !== "structure" && kind !== "document";
}

function textOf(value: string | Uint8Array): string {
  return typeof value === "string" ? value : Buffer.from(value).toString("latin1");
}
