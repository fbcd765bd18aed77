/**
 * An integer as Python's `int` reads it: spaces around it, a sign, single underscores between digits, digits of any
 * script. Undefined for any other text, and for integers beyond 2^53, which would lose their last digits.
 */
export function parseInteger(text: string): number | undefined {
  const digits = integerDigits(text);
  const value = Number(digits);
  return digits !== undefined && Number.isSafeInteger(value) ? value + 0 : undefined;
}

/** The same of any size, in ASCII digits behind a sign if there is one. */
export function integerDigits(text: string): string | undefined {
  if (text.length > longest && text.trim().length > longest) return undefined;
  const match = /^\s*([+-]?)(\p{Nd}+(?:_\p{Nd}+)*)\s*$/u.exec(text);
  if (!match) return undefined;
  const [, sign = "", digits = ""] = match;
  return sign + Array.from(digits.replaceAll("_", ""), asciiDigit).join("");
}

/** Python reads no more than this many digits. */
const longest = 4300;

/** The ASCII digit of a digit of any script. The digits of a script stand in a row from its zero on, and so do scripts that follow each other. */
export function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String((code - zero) % 10);
}
