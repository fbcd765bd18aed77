import { Failure, type FailureData } from "../failure/failure";
import type { Io, Params, UserCommand } from "../types";
import type { Calls } from "./calls";
import type { Clock } from "./clock";

/** What is looked for, waited for and proved before a command is started, with these. */
export interface Surroundings {
  readonly params: Params;
  readonly command: UserCommand;
  readonly calls: Calls;
  readonly clock: Clock;
  readonly io: Io;
  /**
   * Is aborted by a signal to the tool: what waits then ends. A look under way does not, so that what it shows to be waiting
   * is still told how it went.
   */
  readonly signal: AbortSignal;
  /** Writes a line of the tool's own on standard error. */
  readonly note: (text: string) => void;
}

/** What came of it: the command can be started, or there is nothing to do, for a reason. */
export type Before = Prepared | { readonly kind: "nothing"; readonly reason: string };

/** All that is known once the command can be started. */
export interface Prepared {
  readonly kind: "prepared";
  /** The input with what was found. */
  readonly params: Params;
  /** What was found besides, by name. */
  readonly facts: Readonly<Record<string, string>>;
  /** When the service stops waiting, in milliseconds of `performance.now()`; undefined where it does not say. */
  readonly deadline: number | undefined;
  /** Starts what goes on while the command runs. */
  readonly meanwhile: (() => Meanwhile) | undefined;
  /** Why no call is made at the end; undefined where one is. */
  readonly withoutEnd?: string;
}

/** What goes on while a command runs. */
export interface Meanwhile {
  /** Settles, with a sentence, when the command need not go on; never where it must. */
  readonly overtaken: Promise<string>;
  stop(): void;
}

/** The Failure for what keeps a command from being started. `sentence` ends with a full stop. */
export function notStarted(sentence: string, problem?: FailureData): Failure {
  return new Failure({ kind: "not-started", sentence, ...(problem && { problem }) });
}
