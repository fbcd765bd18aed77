import { closeSync, constants, openSync, readSync, statSync } from "node:fs";
import type { Socket } from "node:net";
import os from "node:os";
import { Failure, isFailure } from "../failure/failure";
import { chunksOf } from "../io/bounded-file";

/** The most that is read from a file, in bytes. The services' own limits are far below it. */
const limit = 16 * 1024 * 1024;

/** A file to read, for an option or a part of one: the value as it was typed, and the path. */
export interface FileSource {
  readonly option: string | undefined;
  readonly source: string;
  readonly path: string;
}

/**
 * The bytes of a file, or of a pipe until its end. Throws a Failure that names the option, the file and the cause, also
 * for a pipe that nobody has opened for writing after `patience` milliseconds.
 */
export async function readBytes(file: FileSource, patience = 60_000): Promise<Buffer> {
  try {
    const chunks = await chunksAt(file.path, patience);
    const bytes: Buffer[] = [];
    let length = 0;
    for await (const chunk of chunks) {
      bytes.push(chunk);
      length += chunk.length;
      if (length > limit) throw new Failure({ kind: "file-too-large", ...file, limit });
    }
    return Buffer.concat(bytes);
  } catch (error) {
    if (isFailure(error)) throw error;
    throw unreadable(file, error as NodeJS.ErrnoException);
  }
}

/**
 * The content of a path in pieces. Pipes and devices, such as a terminal, may be silent for long: meanwhile the process
 * can handle signals.
 */
async function chunksAt(path: string, patience: number): Promise<AsyncIterable<Buffer> | Iterable<Buffer>> {
  const stats = statSync(path);
  if (stats.isFIFO()) return pipeChunks(path, patience);
  return stats.isCharacterDevice() ? chunksOf(path, patience) : fileChunks(path);
}

function* fileChunks(path: string): Generator<Buffer> {
  const file = openSync(path, "r");
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(64 * 1024);
      const length = readSync(file, chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/**
 * The content of a pipe. It is opened without blocking, because a thread that waits in `open` for a pipe's writer would
 * keep the process from ending.
 */
async function pipeChunks(path: string, patience: number): Promise<Socket & AsyncIterable<Buffer>> {
  const { Socket } = await import("node:net");
  const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const pipe = new Socket({ fd, readable: true, writable: false });
  return pipe.setTimeout(patience, () => {
    const byte = Buffer.alloc(1);
    const length = readNow(fd, byte);
    if (length === 0) pipe.destroy(new Error("Nobody writes to this pipe"));
    if (length === 1) pipe.unshift(byte);
    pipe.setTimeout(patience);
  });
}

/**
 * The number of bytes that were read from a pipe: 0 if nobody has it open for writing, undefined if somebody has but
 * wrote nothing.
 */
function readNow(fd: number, into: Buffer): number | undefined {
  try {
    return readSync(fd, into);
  } catch {
    return undefined;
  }
}

function unreadable(file: FileSource, error: NodeJS.ErrnoException): Failure {
  const { code = "", message } = error;
  const errno = (os.constants.errno as Readonly<Record<string, number>>)[code];
  const problem = errno === undefined ? message : systemText(code, message);
  return new Failure({ kind: "file-unreadable", ...file, problem, errno }, { cause: error });
}

/**
 * The C library's text for a system error; Node's own text differs for some. In Node's message it stands between the
 * code and the call.
 */
function systemText(code: string, message: string): string {
  const own = message.replace(/^\w+: /, "").replace(/, \w+( '.*')?$/s, "");
  return texts[code] ?? own.charAt(0).toUpperCase() + own.slice(1);
}

const texts: Readonly<Record<string, string>> = {
  EISDIR: "Is a directory",
  ELOOP: "Too many levels of symbolic links",
  ENAMETOOLONG: "File name too long",
  EIO: "Input/output error",
  ENFILE: "Too many open files in system",
};
