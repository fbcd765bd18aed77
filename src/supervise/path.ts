import type { Given, Path } from "../operations/outcome";
import type { Json, Params, Response } from "../types";

type Members = Readonly<Record<string, Json>>;

/** The values at a path of an answer, without those that are missing or null. */
export function valuesAt(answer: Response | Json, path: Path): readonly Json[] {
  let values: readonly Json[] = [answer];
  for (const step of path.split(".")) {
    const name = step.replace(/\[\]$/, "");
    values = values.flatMap((value) =>
      name === "*" ? Object.values(membersOf(value)) : [membersOf(value)[name] ?? null],
    );
    if (step !== name) values = values.flatMap((value) => (Array.isArray(value) ? (value as readonly Json[]) : []));
  }
  return values.filter((value) => value !== null);
}

/** The first value at a path, as a text; undefined if there is none. */
export function textAt(answer: Response | Json, path: Path): string | undefined {
  const [value] = valuesAt(answer, path);
  return value === undefined || typeof value === "object" ? undefined : String(value);
}

/** The first value at a path, as a number; undefined if there is no number. */
export function numberAt(answer: Response | Json, path: Path): number | undefined {
  const text = textAt(answer, path);
  const value = text === undefined || text === "" ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Whether the values at paths are the given ones. */
export function fits(value: Response | Json, where: Readonly<Record<Path, string>>): boolean {
  return Object.entries(where).every(([path, wanted]) => textAt(value, path) === wanted);
}

/** Whether the input has a member with a value. */
export function isGiven(given: Given, params: Params): boolean {
  return Object.entries(given).some(([member, value]) => params[member] === value);
}

/** A time of an answer in milliseconds since 1970: seconds, or a date as text or as an object. */
export function timeAt(answer: Response | Json, path: Path): number | undefined {
  const [value] = valuesAt(answer, path) as readonly unknown[];
  const seconds = typeof value === "object" || value === undefined ? NaN : Number(value);
  const time = Number.isFinite(seconds) ? seconds * 1000 : new Date(value as string | Date).getTime();
  return Number.isFinite(time) ? time : undefined;
}

function membersOf(value: Json): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
}
