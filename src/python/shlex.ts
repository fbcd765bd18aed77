/**
 * Splits text into words as a POSIX shell would, with quotes and backslashes but without expansion (Python's
 * `shlex.split`). Undefined if a quote or a backslash is left open.
 */
export function shellWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at);
    if (end === undefined) return undefined;
    const piece = text.slice(at, end);
    if (blanks.includes(text.charAt(at))) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else word = (word ?? "") + unquoted(piece);
    at = end;
  }
  if (word !== undefined) words.push(word);
  return words;
}

const blanks = " \t\r\n";

/**
 * The end of the piece that begins here: a quotation, a character with its backslash, a blank, a run of other
 * characters.
 */
function endOf(text: string, start: number): number | undefined {
  const first = text.charAt(start);
  if (blanks.includes(first)) return start + 1;
  if (first === "\\") return start + 1 < text.length ? start + 2 : undefined;
  if (first !== "'" && first !== '"') {
    let end = start + 1;
    while (end < text.length && !` \t\r\n'"\\`.includes(text.charAt(end))) end++;
    return end;
  }
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === first) return at + 1;
    if (first === '"' && text.charAt(at) === "\\") at++;
  }
  return undefined;
}

/**
 * The text of a piece without its quotes. Between double quotes, a backslash stands for itself, except before a double
 * quote or a backslash.
 */
function unquoted(piece: string): string {
  const first = piece.charAt(0);
  if (first === "'") return piece.slice(1, -1);
  if (first === '"') return piece.slice(1, -1).replace(/\\(["\\])/g, "$1");
  return first === "\\" ? piece.slice(1) : piece;
}
