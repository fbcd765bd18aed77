/**
 * An integer as Python's `int` reads it: spaces around it, a sign, single underscores between digits, digits of any
 * script. Undefined for any other text, and for integers beyond 2^53, which would lose their last digits.
 */
export function parseInteger(text: string): number | undefined {
  const digits = integerDigits(text);
  const value = Number(digits);
  return digits !== undefined && Number.isSafeInteger(value) ? value + 0 : undefined;
}

/**
 * An integer of any size as Python's `int` reads it, in ASCII digits after a sign if there is one. Undefined for any
 * other text.
 */
export function integerDigits(text: string): string | undefined {
  if (text.length > longest && text.trim().length > longest) return undefined;
  const match = /^\s*([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)\s*$/u.exec(text);
  if (!match) return undefined;
  const [, sign = "", digits = ""] = match;
  return sign + Array.from(digits.replaceAll("_", ""), asciiDigit).join("");
}

/** The greatest number of digits that Python reads. */
const longest = 4300;

/**
 * The ASCII digit for a digit of any script. The digits of a script follow each other from its zero on, and so do
 * scripts that are next to each other.
 */
export function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
