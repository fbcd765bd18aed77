import type { FailureData } from "./failure";

/** A failure in words: what stands above the text on standard error, the text without its line end, and the exit code. */
export interface Report {
  readonly lead: "usage" | "blank" | "none";
  readonly text: string;
  readonly exitCode: 2 | 255;
  /** A line more for a person at a terminal. */
  readonly hint?: string;
}

/**
 * The words of each kind of failure: a whole report, or its text where nothing else about it is special. `describe` is for
 * a failure that the failure holds.
 */
export type Table<Area extends { readonly kind: string }> = {
  readonly [Kind in Area["kind"]]: (
    failure: Extract<Area, { readonly kind: Kind }>,
    describe: (inner: FailureData) => Report,
  ) => Report | string;
};

/** What the user typed cannot be read: usage above it, exit code 2. */
export const usage = (text: string): Report => ({ lead: "usage", text: `aws: error: ${text}`, exitCode: 2 });

/** Everything else: an empty line above it, exit code 255. */
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

/** What must be said when nobody knows whether the service did what it was asked for. */
export const mayHaveBeenMade = "The call may have been made.";
