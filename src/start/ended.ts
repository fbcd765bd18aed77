import type { Script } from "node:vm";
import type { Io } from "../types";
import type { Cache } from "./cache";

/** A bundle that was loaded. */
export interface Bundle {
  exports: object;
  readonly script: Script;
  /** The name of the file that its code is kept in; undefined without a cache. */
  readonly keptAs: string | undefined;
  /** The names that the code used here was compiled for; empty if no code was kept. */
  readonly compiledFor: readonly string[];
}

/** A run that has ended: its arguments, the bundles that it has loaded, and the program, for a rehearsal. */
export interface Ended {
  readonly argv: readonly string[];
  readonly exitCode: number;
  /** The bundles, by the names that they are required by. */
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly cache: Cache;
  readonly program: {
    readonly main: (argv: readonly string[], io: Io) => Promise<number>;
    readonly processIo: (out: number, err: number) => Io;
  };
}
