import { constants, fstatSync, statSync, writeSync } from "node:fs";
import { Failure } from "../failure/failure";
import { harmless } from "./harmless";
import { isOfType } from "./owner";
import { createTrace } from "./trace";
import type { Io, Sink } from "../types";

/** The process's own environment, and its standard streams or the files that are open as `out` and `err`. */
export function processIo(out = 1, err = 2): Io {
  return { env: process.env, out: sink(out, toOut), err: sink(err, toError), trace: createTrace() };
}

/**
 * The way of a stream's text to its file. On a terminal, and on standard error anywhere, text from elsewhere cannot
 * control anything.
 */
interface Way {
  readonly write: (fd: number, text: string) => void;
  readonly isTame: (fd: number) => boolean;
}

const toOut: Way = { write: writeOut, isTame: (fd) => terminal(fd) !== undefined };
const toError: Way = { write: writeError, isTame: () => true };

function sink(fd: number, { write, isTame }: Way): Sink {
  const tame = (text: string): string => (isTame(fd) ? harmless(text) : text);
  return {
    get isTTY() {
      return terminal(fd) !== undefined;
    },
    get columns() {
      return terminal(fd)?.columns;
    },
    write: (text) => {
      write(fd, tame(text));
    },
    writeStyled: (text) => {
      write(fd, text);
    },
    redraw: (text) => {
      const stream = terminal(fd);
      if (stream) write(fd, `\r${harmless(text).slice(0, (stream.columns || 80) - 1)}\x1b[K`);
    },
  };
}

/**
 * The stream of a terminal. It asks the file system first, because Node's streams of a pipe and of the null device load
 * much code.
 */
function terminal(fd: number): NodeJS.WriteStream | undefined {
  try {
    const stats = fstatSync(fd);
    if (!isOfType(stats, constants.S_IFCHR)) return undefined;
    if (process.platform !== "win32" && stats.rdev === statSync("/dev/null").rdev) return undefined;
  } catch {
    return undefined;
  }
  const stream = fd === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream : undefined;
}

function writeOut(fd: number, text: string): void {
  try {
    writeAll(fd, text);
  } catch (error) {
    const problem = (error as Error).message.replace(/, write$/, "");
    throw new Failure({ kind: "output-unwritable", problem }, { cause: error });
  }
}

/** Writes to standard error; if that fails, nobody is left to tell. */
function writeError(fd: number, text: string): void {
  try {
    writeAll(fd, text);
  } catch {
    return;
  }
}

/**
 * The greatest part of a text that is turned into bytes at once, in UTF-16 units, so that a large answer is not in
 * memory twice.
 */
const piece = 256 * 1024;

/** Writes all of a text before it returns. */
function writeAll(fd: number, text: string): void {
  for (let at = 0; at < text.length;) {
    const end = at + piece;
    const isSplit = (text.charCodeAt(end - 1) & 0xfc00) === 0xd800;
    const next = isSplit ? end + 1 : end;
    writePiece(fd, text.slice(at, next));
    at = next;
  }
}

/** Bytes are made only of a text that is not taken at once, because that costs time. */
function writePiece(fd: number, text: string): void {
  const taken = writeSome(fd, text);
  if (taken < Buffer.byteLength(text)) writeBytes(fd, Buffer.from(text).subarray(taken));
}

/** Waits for a slow reader of a non-blocking pipe. */
function writeBytes(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) {
    const taken = writeSome(fd, bytes.subarray(at));
    if (taken === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    at += taken;
  }
}

/** Writes what the file takes now, and returns its size in bytes: 0 for a pipe that is full. */
function writeSome(fd: number, data: string | Uint8Array): number {
  try {
    return typeof data === "string" ? writeSync(fd, data) : writeSync(fd, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    return 0;
  }
}
