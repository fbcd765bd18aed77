import { Failure } from "../failure/failure";
import { parseInteger } from "../python/int";
import type { WaitOptions } from "../types";

/** The options of a waiter as Commander keeps them. */
interface Given {
  readonly "cli-wait-timeout"?: string;
  readonly "cli-wait-interval"?: string;
}

/** The time to wait and the interval between polls; undefined if the line gives neither. Throws a Failure. */
export function waitOptionsOf(given: Given): WaitOptions | undefined {
  const timeout = seconds("cli-wait-timeout", given["cli-wait-timeout"], 0);
  const interval = seconds("cli-wait-interval", given["cli-wait-interval"], 1);
  if (timeout === undefined && interval === undefined) return undefined;
  return { ...(timeout !== undefined && { timeout }), ...(interval !== undefined && { interval }) };
}

function seconds(option: string, text: string | undefined, least: number): number | undefined {
  if (text === undefined) return undefined;
  const value = parseInteger(text);
  if (value !== undefined && value >= least) return value;
  const expected = `a whole number of seconds${least > 0 ? `, ${least} or more` : ""}`;
  throw new Failure({ kind: "argument-invalid", option: `--${option}`, value: text, expected });
}
