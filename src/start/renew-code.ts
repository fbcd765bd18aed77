import { lstatSync, readdirSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { isOurs, isOursAlone } from "../io/owner";
import type { Bundle, Ended } from "./ended";
import { headSize, isCompiledFor, type KeptCode } from "./kept-code";
import { rehearse } from "./rehearse";

/** The bundle that contains this file: only a run that renews code loads it. */
const ownBundle = "./start-renew-code.js";

/** The names of the cache's own files, of this build and of others, and of those that a run which was killed has left. */
const ownName = /^[\w.-]+\.js-[0-9a-f]{16}-[\w.+-]+$/;

/**
 * Rehearses the operation at hand and writes the code of all bundles that were not compiled for what was loaded; then drops
 * what is old. It leaves the process in the cache's folder: another user who swaps the folder for a link after the check
 * reaches nothing by it.
 */
export async function renewCode(
  { bundles, cache, program }: Ended,
  words: readonly string[] | undefined,
  names: readonly string[],
): Promise<void> {
  await rehearse(program, words);
  const loaded = [...bundles].filter(([id]) => id !== ownBundle);
  const way = [...loaded.map(([id]) => id), ...names];
  if (!enter(cache.folder)) return;
  for (const [, bundle] of loaded) if (!isCompiledFor(way, bundle.compiledFor)) write(bundle, way);
  dropOld();
}

/** Enters a folder; false if it is not the one at its path, or not ours alone. */
function enter(folder: string): boolean {
  const { dev, ino } = lstatSync(folder);
  process.chdir(folder);
  const here = lstatSync(".");
  return here.dev === dev && here.ino === ino && isOursAlone(here);
}

/** Writes a bundle's code, whole or not at all. */
function write({ script, keptAs, compiledFor }: Bundle, way: readonly string[]): void {
  if (keptAs === undefined || isForeign(keptAs)) return;
  const part = `${keptAs}.${process.pid}`;
  const kept = { code: script.createCachedData(), compiledFor: [...new Set([...compiledFor, ...way])].sort() };
  try {
    writeFileSync(part, encode(kept), { mode: 0o600, flag: "wx" });
    renameSync(part, keptAs);
  } catch {
    remove(part);
  }
}

/** The bytes of a kept file; `decode` reads them. */
export function encode({ code, compiledFor }: KeptCode): Uint8Array {
  const head = new Uint8Array(headSize);
  new Uint32Array(head.buffer).set([code.length]);
  return Buffer.concat([head, code, code, Buffer.from(compiledFor.join("\n"))]);
}

/** Whether something that the cache did not make has the name of one of its files. */
function isForeign(name: string): boolean {
  const stats = lstatSync(name, { throwIfNoEntry: false });
  return stats !== undefined && !(stats.isFile() && isOurs(stats));
}

function remove(name: string): void {
  try {
    if (!isForeign(name)) unlinkSync(name);
  } catch {
    return;
  }
}

/**
 * Removes the cache's own files that nobody has written for 90 days: the code of builds and Node versions that are
 * gone.
 */
function dropOld(): void {
  const limit = Date.now() - 90 * 24 * 3600 * 1000;
  for (const name of readdirSync(".")) {
    if (ownName.test(name) && lstatSync(name).mtimeMs < limit) remove(name);
  }
}
