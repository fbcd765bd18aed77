import type { Sink } from "../../src/types";

/** A pipe that gives what is written to a function. */
export function pipeTo(write: (text: string) => void): Sink {
  return { isTTY: false, columns: undefined, write, writeStyled: write, redraw: () => undefined };
}
