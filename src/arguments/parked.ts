import { Failure } from "../failure/failure";
import type { OperationGrammar } from "../operations/operation";
import { parseInteger } from "../python/int";
import type { ParkedPlace, TypedValues } from "../types";

/** The options of a parked value as typed. */
export interface ParkedOptions {
  readonly "cli-parked-in"?: string;
  readonly "cli-parked-wait"?: string;
}

/** The time to look for a parked value by default, in seconds. */
const usualWait = 300;

/**
 * The place where a value is parked. Throws a Failure for a line that also gives the value, or that lacks the option
 * that names the parameter.
 */
export function parkedPlace(
  { parked }: OperationGrammar,
  values: TypedValues,
  options: ParkedOptions,
): ParkedPlace | undefined {
  const { "cli-parked-in": prefix, "cli-parked-wait": wait } = options;
  if (!parked) return undefined;
  if (prefix === undefined) {
    if (wait === undefined) return undefined;
    throw new Failure({ kind: "option-alone", option: "--cli-parked-wait", needs: "--cli-parked-in" });
  }
  const option = "--cli-parked-in";
  if (values[parked.option] !== undefined) {
    throw new Failure({ kind: "options-exclusive", option, other: `--${parked.option}` });
  }
  if (!values[parked.by]) throw new Failure({ kind: "option-alone", option, needs: `--${parked.by}` });
  if (!/^\/+[^/]/.test(prefix)) {
    throw new Failure({ kind: "argument-invalid", option, value: prefix, expected: "a name that starts with /" });
  }
  return { prefix, wait: seconds(wait) };
}

function seconds(text: string | undefined): number {
  if (text === undefined) return usualWait;
  const value = parseInteger(text);
  if (value !== undefined && value >= 0) return value;
  const expected = "a whole number of seconds";
  throw new Failure({ kind: "argument-invalid", option: "--cli-parked-wait", value: text, expected });
}
