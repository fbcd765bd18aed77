import { countText } from "../failure/report";
import type { UserCommand } from "../types";
import { notStarted } from "./before";

/**
 * The bounds of a command: the time at which the service stops waiting, and the seconds before it that the last call
 * needs.
 */
interface Bounds {
  /** In milliseconds of `performance.now()`; undefined where nothing is known. */
  readonly deadline: number | undefined;
  readonly reserve: number;
}

/**
 * The seconds that a command may run, 0 for no limit: as long as was asked for, but so that grace and the last call end
 * before the service stops waiting. Throws a Failure if no time is left.
 */
export function timeFor({ timeout, grace }: UserCommand, { deadline, reserve }: Bounds): number {
  if (timeout === 0 || deadline === undefined) return timeout ?? 0;
  const left = Math.floor((deadline - performance.now()) / 1000 - grace - reserve);
  if (left < 1)
    throw notStarted("The service does not wait long enough for the command, its grace time and the last call.");
  return Math.min(timeout ?? Infinity, left);
}

/** A command's time in words: `1800 seconds at most`. */
export function secondsText(timeout: number): string {
  if (timeout === 0) return "without a time limit";
  return `${countText(timeout, "second")} at most`;
}
