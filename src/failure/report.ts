import type { FailureData } from "./failure";

/** A failure in words: the text above it on standard error, the text itself without its line end, and the exit code. */
export interface Report {
  readonly lead: "usage" | "blank" | "none";
  readonly text: string;
  readonly exitCode: 2 | 255;
  /** One more line, for a person at a terminal. */
  readonly hint?: string;
}

/**
 * The words of each kind of failure: a whole report, or only its text if nothing else about it is special. `describe`
 * puts a failure that the failure holds into words.
 */
export type Table<Area extends { readonly kind: string }> = {
  readonly [Kind in Area["kind"]]: (
    failure: Extract<Area, { readonly kind: Kind }>,
    describe: (inner: FailureData) => Report,
  ) => Report | string;
};

/** A command line that cannot be read: usage above the text, exit code 2. */
export const usage = (text: string): Report => ({ lead: "usage", text: `aws: error: ${text}`, exitCode: 2 });

/** Everything else: an empty line above the text, exit code 255. */
export const other = (text: string): Report => ({ lead: "blank", text, exitCode: 255 });

/** The few messages that aws-cli prints without an empty line above them. */
export const alone = (text: string): Report => ({ lead: "none", text, exitCode: 255 });

/** A number of things in words: `1 minute`, `2 minutes`. */
export function countText(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** A time in words. */
export function secondsText(seconds: number): string {
  return countText(seconds, "second");
}

/** The text for a call of which nobody knows whether the service carried it out. */
export const mayHaveBeenMade = "The call may have been made.";
