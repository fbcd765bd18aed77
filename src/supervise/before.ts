import { Failure, type FailureData } from "../failure/failure";
import type { Io, Params, UserCommand } from "../types";
import type { Calls } from "./calls";
import type { Clock } from "./clock";

/** The things with which a command's start is prepared. */
export interface Surroundings {
  readonly params: Params;
  readonly command: UserCommand;
  readonly calls: Calls;
  readonly clock: Clock;
  readonly io: Io;
  /**
   * Is aborted by a signal to the tool, which ends a wait. It does not end a look under way: if that shows something
   * that waits for an answer, the service is still told how it went.
   */
  readonly signal: AbortSignal;
  /** Writes a line of the tool's own on standard error. */
  readonly note: (text: string) => void;
}

/** The result: the command can be started, or there is nothing to do, for a reason. */
export type Before = Prepared | { readonly kind: "nothing"; readonly reason: string };

/** Everything that is known once the command can be started. */
export interface Prepared {
  readonly kind: "prepared";
  /** The input, with the values that were found. */
  readonly params: Params;
  /** Other facts that were found, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /**
   * The time at which the service stops waiting, in milliseconds of `performance.now()`; undefined if it does not say.
   */
  readonly deadline: number | undefined;
  /** Starts the work that goes on while the command runs. */
  readonly meanwhile: (() => Meanwhile) | undefined;
  /** The reason why no call is made at the end; undefined if one is made. */
  readonly withoutEnd?: string;
}

/** Work that goes on while a command runs. */
export interface Meanwhile {
  /** Settles, with a sentence, when the command need not go on; does not settle if it must. */
  readonly overtaken: Promise<string>;
  stop(): void;
}

/** The Failure for a command that cannot be started. `sentence` ends with a full stop. */
export function notStarted(sentence: string, problem?: FailureData): Failure {
  return new Failure({ kind: "not-started", sentence, ...(problem && { problem }) });
}
