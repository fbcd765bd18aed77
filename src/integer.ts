/** A whole number as Python's `int` reads one in ASCII digits: signs, outer white space and `1_000` are fine. Undefined for all else. */
export function parseInteger(text: string): number | undefined {
  return /^\s*[+-]?\d+(?:_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}
