import { parseFloatText } from "./float";
import { asciiDigit } from "./int";
import { floatOf, numericOf, type Numeric } from "./numeric";

/** A number as Python's `int` or else its `float` reads it; null for any other text. */
export function parseNumber(text: string): number | Numeric | null {
  const [, sign = "", digits] = /^\s*([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)\s*$/u.exec(text) ?? [];
  if (digits !== undefined) {
    return numericOf((sign === "-" ? "-" : "") + Array.from(digits.replaceAll("_", ""), asciiDigit).join(""));
  }
  const value = parseFloatText(text) ?? special(text.trim().toLowerCase());
  return value === undefined ? null : floatOf(value);
}

function special(text: string): number | undefined {
  const [infinite, sign] = /^([-+]?)inf(?:inity)?$/.exec(text) ?? [];
  if (infinite !== undefined) return sign === "-" ? -Infinity : Infinity;
  return /^[-+]?nan$/.test(text) ? NaN : undefined;
}
