import { readFileSync, statSync, writeSync } from "node:fs";
import { Script } from "node:vm";
import type * as Main from "../main";
import { findCache } from "./cache";
import type { Bundle } from "./ended";
import { readCode } from "./kept-code";

/** A hash of all bundles; put in by the build. */
declare const BUNDLES_HASH: string;

/** The text of a bundle is such a function, which returns the bundle's exports. */
type Run = (provide: (exports: object) => void, require: (id: string) => unknown, dirname: string) => void;

/**
 * Runs the bundled `main` with the process's arguments and ends the process with its exit code, or with 255 if there is
 * none. `folder` holds the bundles. Only this code is compiled in every run, so it must stay small.
 */
export function start(folder: string, requireBuiltin: (id: string) => unknown): void {
  process.on("uncaughtException", giveUp);
  process.on("exit", () => {
    if (process.exitCode === undefined)
      giveUp("The run ended without a result. If a call was under way, it may have been made.");
  });
  const cache = findCache(process.env);
  const bundles = new Map<string, Bundle>();
  /** The modules that `requireBuiltin` returned, by name, because each call of it costs time. */
  const builtins = new Map<string, unknown>();

  /** `require` for bundles: another bundle is loaded once, with its kept code; Node loads everything else. */
  function requireBundle(id: string): unknown {
    if (id.startsWith("./")) return (bundles.get(id) || load(id)).exports;
    if (!builtins.has(id)) builtins.set(id, requireBuiltin(id));
    return builtins.get(id);
  }

  /** Loads a bundle. One that somebody has mended in place has another time, and so another name in the cache. */
  function load(id: string): Bundle {
    const filename = folder + id.slice(1);
    const source = readFileSync(filename, "utf8");
    const keptAs = cache && `${id.slice(2)}-${BUNDLES_HASH}-${cache.node}-${statSync(filename).mtimeMs}`;
    const kept = cache && readCode(`${cache.folder}/${keptAs}`);
    const script = new Script(source, { filename, cachedData: kept && kept.code });
    const compiledFor = kept && !script.cachedDataRejected ? kept.compiledFor : [];
    const bundle: Bundle = { exports: {}, script, keptAs, compiledFor };
    bundles.set(id, bundle);
    const provide = (exports: object): void => {
      bundle.exports = exports;
    };
    (script.runInThisContext() as Run)(provide, requireBundle, folder);
    return bundle;
  }

  const program = requireBundle("./main.js") as typeof Main;
  const argv = process.argv.slice(2);
  void program
    .main(argv, program.processIo())
    .then((exitCode) => {
      process.exitCode = exitCode;
      return cache && program.keepCode({ argv, exitCode, bundles, cache, program });
    })
    // All is written. Node's own clearing up would take longer, wait for attempts that still hang, and handle signals no
    // more, so that one which came then would take the place of the exit code.
    .then(() => process.exit(), giveUp);
}

/**
 * Ends a run that has no result, and everything that it has started: exit 255, and the reason on standard error if that
 * can be written.
 */
function giveUp(reason: unknown): void {
  if (process.exitCode !== undefined) return;
  try {
    writeSync(2, `\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  } finally {
    process.exit(255);
  }
}
