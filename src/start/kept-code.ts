import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { isOursAlone } from "../io/owner";

/**
 * V8's compiled code of a bundle, and what it was compiled for: the names of the bundles that it was loaded with and of
 * the operations that it was rehearsed with.
 */
export interface KeptCode {
  readonly code: Uint8Array;
  readonly compiledFor: readonly string[];
}

/** The size of a kept file's head in bytes: the code's length. A multiple of 8, or V8 would copy the code behind it. */
export const headSize = 8;

/**
 * Reads the contents of a kept file: a head, the code twice, and the names, one on a line. V8 checks its own version
 * and the source's length but not the code, so a file whose halves differ is damaged. Undefined for a damaged file.
 */
export function decode(bytes: Uint8Array): KeptCode | undefined {
  const [size = 0] = new Uint32Array(bytes.buffer, 0, 1);
  const [middle, end] = [headSize + size, headSize + 2 * size];
  const code = bytes.subarray(headSize, middle);
  if (size === 0 || end > bytes.length || Buffer.compare(code, bytes.subarray(middle, end)) !== 0) return undefined;
  return { code, compiledFor: Buffer.from(bytes.buffer, end).toString().split("\n") };
}

/** Reads a kept file; undefined if it does not exist, is damaged, is not a regular file, or could be somebody else's. */
export function readCode(path: string): KeptCode | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (!stats.isFile() || !isOursAlone(stats)) return undefined;
    const bytes = new Uint8Array(stats.size);
    return readSync(file, bytes) === stats.size ? decode(bytes) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Whether code that was compiled for `names` was compiled for everything that a way through the program (`way`) loads.
 */
export function isCompiledFor(way: readonly string[], names: readonly string[]): boolean {
  return way.every((name) => names.includes(name));
}
