/** White space as Python's `str.strip` knows it: JavaScript's less U+FEFF, and the separators U+001C to U+001F and U+0085. */
// eslint-disable-next-line no-control-regex -- they are what is meant
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0x20 && code < 0x80 ? false : space.test(text.charAt(at));
}

/** The text without the white space at its end. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text, end - 1)) end--;
  return text.slice(0, end);
}

/** The text without the white space at both ends. */
export function strip(text: string): string {
  let start = 0;
  while (start < text.length && isSpace(text, start)) start++;
  return stripEnd(text.slice(start));
}

/** The lines of a text, split as Python's `str.splitlines` does. */
export function lines(text: string): string[] {
  // eslint-disable-next-line no-control-regex -- Python ends lines there
  return text.split(/\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/);
}
