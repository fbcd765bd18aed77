/** A text that is handed on in pieces, so that no large one is there as a whole. */
export interface Pieces {
  /** Adds a part that `write` may see by itself: no line end or character is cut in two. */
  readonly add: (part: string) => void;
  /** Hands on what is left. */
  readonly end: () => void;
}

/** The least that is handed on before the end, in UTF-16 units. */
const size = 64 * 1024;

/** Joins the parts of a text to pieces for `write`. */
export function inPieces(write: (piece: string) => void): Pieces {
  let parts: string[] = [];
  let length = 0;
  const end = (): void => {
    if (length > 0) write(parts.join(""));
    parts = [];
    length = 0;
  };
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
    if (length >= size) end();
  };
  return { add, end };
}
