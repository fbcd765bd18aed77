/**
 * Splits a command line into words by the rules of the Windows C runtime: only double quotes quote, and backslashes
 * have a meaning only before one (botocore's `compat_shell_split`). Undefined if a quote is left open.
 */
export function windowsWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (const [, slashes = "", rest = ""] of text.matchAll(/(\\*)("|[ \t]|[^\\" \t]+|$)/g)) {
    if (rest === '"') {
      word = (word ?? "") + "\\".repeat(slashes.length / 2);
      if (slashes.length % 2 === 1) word += '"';
      else quoted = !quoted;
      continue;
    }
    if (slashes) word = (word ?? "") + slashes;
    if (rest.trim() === "" && !quoted) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + rest;
  }
  return quoted ? undefined : words;
}
