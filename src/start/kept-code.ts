import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { isOfType, isOursAlone } from "../io/owner";

/**
 * V8's compiled code of a bundle, and what it was compiled for: the names of the bundles that it was loaded with and of
 * the operations that it was rehearsed with.
 */
export interface KeptCode {
  readonly code: Uint8Array;
  readonly compiledFor: readonly string[];
}

/** The size of a kept file's head in bytes: the code's length. */
export const headSize = 8;

/** The size of the memory, in bytes, that the code's second half passes through: memory that is new costs time. */
const partSize = 32 * 1024;

/**
 * Reads the contents of a kept file of `size` bytes: a head, the code twice, and the names, one on a line. V8 checks its
 * own version and the source's length but not the code, so a file whose halves differ is damaged. Undefined for a damaged
 * file. `fill` fills bytes with what comes next in the file, or throws.
 */
export function decode(size: number, fill: (bytes: NodeJS.ArrayBufferView) => void): KeptCode | undefined {
  const head = new Uint32Array(headSize / 4);
  fill(head);
  const [length = 0] = head;
  const namesSize = size - headSize - 2 * length;
  if (length === 0 || namesSize < 0) return undefined;
  const code = new Uint8Array(length);
  fill(code);
  if (!isNext(code, fill)) return undefined;
  const names = Buffer.alloc(namesSize);
  fill(names);
  return { code, compiledFor: names.toString().split("\n") };
}

/** Whether the same bytes come next in the file. */
function isNext(bytes: Uint8Array, fill: (bytes: Uint8Array) => void): boolean {
  const memory = new Uint8Array(Math.min(partSize, bytes.length));
  for (let at = 0; at < bytes.length; at += memory.length) {
    const expected = bytes.subarray(at, at + memory.length);
    const part = memory.subarray(0, expected.length);
    fill(part);
    if (Buffer.compare(part, expected) !== 0) return false;
  }
  return true;
}

/** Reads a kept file; undefined if it does not exist, is damaged, is not a regular file, or could be somebody else's. */
export function readCode(path: string): KeptCode | undefined {
  let file: number | undefined;
  try {
    const fd = (file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK));
    const stats = fstatSync(fd);
    if (!isOfType(stats, constants.S_IFREG) || !isOursAlone(stats)) return undefined;
    return decode(stats.size, (bytes) => {
      if (readSync(fd, bytes) < bytes.byteLength) throw new Error("the file has become shorter");
    });
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
