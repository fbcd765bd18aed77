import { noteTo } from "../io/note";
import type { WaiterTells } from "../operations/operation";
import { isNumeric, numberText } from "../python/numeric";
import type { Io, Json, Response } from "../types";

/**
 * Applies a JMESPath expression to an answer; it is loaded with the wait. Throws if the expression does not fit the
 * answer.
 */
export type Search = (expression: string, answer: Response) => Json;

/** Shows people how far a wait has come. */
export interface Progress {
  /** Takes the answer of a poll. */
  saw(answer: Response): void;
  /** Shows a text that is not a status. */
  note(text: string): void;
  /** Keeps a terminal's line up to date between polls. */
  tick(): void;
  /** Ends the wait; text that is written from now on begins on a line of its own. */
  end(): void;
}

/** The things to tell, and whether each change is shown on a line of its own if there is no terminal. */
interface Telling {
  readonly search: Search;
  readonly tells: WaiterTells;
  readonly inLines: boolean;
  readonly io: Io;
}

/**
 * The progress of a wait: on a terminal one line that is kept up to date; elsewhere a line for each change of status if
 * asked for, or else nothing.
 */
export function progressOf({ search, tells, inLines, io }: Telling): Progress {
  const { err, trace } = io;
  const note = noteTo(io);
  const started = Date.now();
  let shown = "";
  let status: string | undefined;
  const line = (text: string): void => {
    if (err.isTTY) err.redraw("");
    note(text);
  };
  const tick = (): void => {
    if (err.isTTY && shown !== "") err.redraw(`${clock(Date.now() - started)}  ${trace.mask(shown)}`);
  };
  return {
    saw: (answer) => {
      const now = statusOf(search, tells, answer);
      shown = [now, countsOf(search, tells, answer)].filter(Boolean).join(", ");
      if (inLines && !err.isTTY && now !== status) line(shown);
      status = now;
      tick();
    },
    note: line,
    tick,
    end: () => {
      if (err.isTTY && shown !== "") err.write("\n");
      shown = "";
    },
  };
}

/** The status in an answer; empty if it has none. */
export function statusOf(search: Search, { status }: WaiterTells, answer: Response): string {
  return textOf(asked(search, status, answer));
}

/** The result of an expression for a value; null if the expression does not fit it. */
export function asked(search: Search, expression: string, value: Json): Json {
  try {
    return search(expression, value as Response);
  } catch {
    return null;
  }
}

/** The counts in an answer, such as `3 of 10 targets done`. */
function countsOf(search: Search, { counts }: WaiterTells, answer: Response): string {
  if (!counts) return "";
  const [done, all] = [counts.done, counts.all].map((number) => textOf(asked(search, number, answer)));
  return !done || !all || all === "0" ? "" : `${done} of ${all} ${counts.unit}`;
}

function textOf(value: Json): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || isNumeric(value) ? numberText(value) : "";
}

/** A time in minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
