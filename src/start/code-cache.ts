import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/**
 * V8's compiled code of a bundle, kept between runs, in a file: the code twice, behind a head. V8 checks its own version
 * and the source's length but not the code, so a file whose halves differ is damaged. Nothing here ever fails a run: what
 * cannot be read or written is done without. Reading comes before all else in a run, so it spares what Node would have
 * to compile first.
 */
export interface KeptCode {
  readonly code: Uint8Array;
  /** The paths through the program that it was compiled for: a bit for each bundle they load. */
  readonly paths: number;
}

/** The head's size in bytes: `paths`, and nothing up to a multiple of 8, or V8 would copy the code. */
const headSize = 8;

/**
 * The platform's folder for data that may be lost: XDG's on Linux (absolute paths only, as its specification says).
 * Undefined where the cache is off or there is none.
 */
export function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const name = "aws-lifecycle-hooks";
  if (env["AWS_LIFECYCLE_HOOKS_CACHE"] === "off") return undefined;
  if (process.platform === "win32") return env["LOCALAPPDATA"] && `${env["LOCALAPPDATA"]}/${name}/Cache`;
  if (env["XDG_CACHE_HOME"]?.startsWith("/")) return `${env["XDG_CACHE_HOME"]}/${name}`;
  if (!env["HOME"]?.startsWith("/")) return undefined;
  return `${env["HOME"]}/${process.platform === "darwin" ? "Library/Caches" : ".cache"}/${name}`;
}

/** What is kept under a key; undefined if it is not there, damaged, or could be somebody else's. */
export function readCode(folder: string, key: string): KeptCode | undefined {
  let file: number | undefined;
  try {
    if (!isOurs(lstatSync(folder, { throwIfNoEntry: false }))) return undefined;
    file = openSync(`${folder}/${key}`, "r");
    const stats = fstatSync(file);
    if (!isOurs(stats)) return undefined;
    const bytes = new Uint8Array(stats.size);
    if (readSync(file, bytes) < stats.size) return undefined;
    const middle = (stats.size + headSize) / 2;
    const code = bytes.subarray(headSize, middle);
    if (code.length === 0 || Buffer.compare(code, bytes.subarray(middle)) !== 0) return undefined;
    return { code, paths: new Int32Array(bytes.buffer, 0, 1)[0] ?? 0 };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Code is run from this file: it and its folder must be the user's own, and writable by nobody else. */
function isOurs(stats: { uid: number; mode: number } | undefined): boolean {
  if (!stats) return false;
  return process.platform === "win32" || (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0);
}

/** Whether there is a folder to write to. The first run only makes it: a run that stays the only one has no use for more. */
export function isReady(folder: string): boolean {
  try {
    const stats = lstatSync(folder, { throwIfNoEntry: false });
    if (!stats) makeFolder(folder);
    return isOurs(stats);
  } catch {
    return false;
  }
}

/** With the folder above it, which is always there but on a machine that is used for the first time. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    attempt(() => {
      mkdirSync(dirname(folder), { mode: 0o700 });
    });
    mkdirSync(folder, { mode: 0o700 });
  }
}

/** Keeps code under a key, whole or not at all, and drops what is old. */
export function writeCode(folder: string, key: string, { code, paths }: KeptCode): void {
  const whole = `${folder}/${key}`;
  const part = `${whole}.${process.pid}`;
  const head = new Uint8Array(headSize);
  new Int32Array(head.buffer).set([paths]);
  try {
    writeFileSync(part, Buffer.concat([head, code, code]), { mode: 0o600, flag: "wx" });
    renameSync(part, whole);
    dropOld(folder);
  } catch {
    attempt(() => {
      unlinkSync(part);
    });
  }
}

/** Tries what may fail unsaid. (`mkdir` with `recursive` never returns on some file systems, `/proc` among them.) */
function attempt(action: () => unknown): void {
  try {
    action();
  } catch {
    return;
  }
}

/** Removes what nobody has written for 90 days: the code of builds and Node versions that are gone. */
function dropOld(folder: string): void {
  const limit = Date.now() - 90 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = `${folder}/${name}`;
    if (lstatSync(file).mtimeMs < limit) unlinkSync(file);
  }
}
