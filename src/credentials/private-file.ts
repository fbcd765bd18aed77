import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readBounded } from "../io/bounded-file";
import { mayMakeIn } from "../io/owner";
import { isHomeless } from "../python/expand-path";
import type { Trace } from "../io/trace";

/** The most that is read from a file, in bytes; the files of AWS tools are a hundredth of it. */
const limit = 1024 * 1024;

/** The object in a JSON file; undefined if the file does not exist or does not hold an object. */
export async function readJson(path: string): Promise<Record<string, unknown> | undefined> {
  try {
    if (isHomeless(path) || !statSync(path).isFile()) return undefined;
    const value = JSON.parse((await readBounded(path, { limit })).toString()) as unknown;
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Removes a kept file. If that fails, it is not an error. */
export function drop(path: string, trace: Trace): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    trace.log(`not dropped: ${String(error)}`);
  }
}

/**
 * Keeps an object in a JSON file that only its owner may read (0600, a new folder 0700). The file is written whole or
 * not at all: readers and other writers see the old file or the new one. If it cannot be kept, that is not an error;
 * the next run is only slower.
 */
export function keepJson(path: string, value: object, trace: Trace): void {
  try {
    write(path, JSON.stringify(value));
  } catch (error) {
    trace.log(`not kept: ${String(error)}`);
  }
}

function write(path: string, text: string): void {
  if (isHomeless(path)) throw new Error("there is no home folder");
  makeFolder(dirname(path));
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, text, { mode: 0o600, flag: "wx", flush: true });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Makes a folder and those above it, but none under another user's home, because that user could not use it. (Node's
 * own `recursive` never returns where no folder can be made, such as below /proc.)
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  if (!mayMakeIn(statSync(parent))) throw new Error(`${parent} belongs to another user`);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
