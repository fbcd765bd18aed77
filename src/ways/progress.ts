import type { WaiterTells } from "../operations/operation";
import { isNumeric, numberText } from "../python/numeric";
import type { Io, Json, Response } from "../types";

/** What a JMESPath expression makes of an answer; it is loaded with the wait. Throws where it does not fit. */
export type Search = (expression: string, answer: Response) => Json;

/** How far what is waited for has come, for people to read. */
export interface Progress {
  /** A poll has brought an answer. */
  saw(answer: Response): void;
  /** Something is to be told that is not a status. */
  note(text: string): void;
  /** Keeps a terminal's line up to date while nothing is asked. */
  tick(): void;
  /** The wait is over; what is written from now on has a line of its own. */
  end(): void;
}

/** What to tell, and whether each change of it is to be a line where there is no terminal. */
interface Telling {
  readonly search: Search;
  readonly tells: WaiterTells;
  readonly inLines: boolean;
  readonly io: Io;
}

/** A line that is kept up to date on a terminal; lines at each change of status where they are asked for; else nothing. */
export function progressOf({ search, tells, inLines, io: { err, trace } }: Telling): Progress {
  const started = Date.now();
  let shown = "";
  let status: string | undefined;
  const line = (text: string): void => {
    if (err.isTTY) err.redraw("");
    err.write(`aws-lifecycle-hooks: ${trace.mask(text)}\n`);
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

/** The status that an answer has; empty where it has none. */
export function statusOf(search: Search, { status }: WaiterTells, answer: Response): string {
  return textOf(asked(search, status, answer));
}

/** What an expression makes of a value; null where it does not fit it. */
export function asked(search: Search, expression: string, value: Json): Json {
  try {
    return search(expression, value as Response);
  } catch {
    return null;
  }
}

/** `3 of 10 targets done`. */
function countsOf(search: Search, { counts }: WaiterTells, answer: Response): string {
  if (!counts) return "";
  const [done, all] = [counts.done, counts.all].map((number) => textOf(asked(search, number, answer)));
  return !done || !all || all === "0" ? "" : `${done} of ${all} ${counts.unit}`;
}

function textOf(value: Json): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || isNumeric(value) ? numberText(value) : "";
}

/** Minutes and seconds. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
