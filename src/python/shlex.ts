/**
 * Splits text into words as a POSIX shell would, quotes and backslashes included but nothing expanded
 * (Python's `shlex.split`). Undefined where a quote or a backslash is left open.
 */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  const part = /[ \t\r\n]+|'([^']*)'|"([^"\\]*(?:\\[^][^"\\]*)*)"|\\([^])|([^ \t\r\n'"\\]+)|[^]/gy;
  let word: string | undefined;
  for (const [piece, single, double, escaped, plain] of text.matchAll(part)) {
    if (/^[ \t\r\n]/.test(piece)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    const added = single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? plain;
    if (added === undefined) return undefined;
    word = (word ?? "") + added;
  }
  if (word !== undefined) words.push(word);
  return words;
}
