import { fstatSync, statSync, writeSync } from "node:fs";
import { Failure } from "./failure";
import { createTrace } from "./trace";
import type { Io, Sink } from "./types";

/** The process's own streams and environment. */
export function processIo(): Io {
  return { env: process.env, out: sink(1, writeOut), err: sink(2, writeError), trace: createTrace() };
}

function sink(fd: 1 | 2, write: Sink["write"]): Sink {
  return {
    get isTTY() {
      return terminal(fd) !== undefined;
    },
    get columns() {
      return terminal(fd)?.columns;
    },
    write,
  };
}

/** The stream of a terminal. Asks the file system first: Node's streams of a pipe and of the null device load much code. */
function terminal(fd: 1 | 2): NodeJS.WriteStream | undefined {
  try {
    const stats = fstatSync(fd);
    if (!stats.isCharacterDevice()) return undefined;
    if (process.platform !== "win32" && stats.rdev === statSync("/dev/null").rdev) return undefined;
  } catch {
    return undefined;
  }
  const stream = fd === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream : undefined;
}

function writeOut(text: string): void {
  try {
    writeAll(1, text);
  } catch (error) {
    const problem = (error as Error).message.replace(/, write$/, "");
    throw new Failure({ kind: "output-unwritable", problem }, { cause: error });
  }
}

/** Where standard error cannot be written, nobody is left to tell. On a terminal, text from elsewhere is only text. */
function writeError(text: string): void {
  try {
    writeAll(2, terminal(2) ? harmless(text) : text);
  } catch {
    return;
  }
}

/** Control characters that can drive a terminal, shown as their codes. */
function harmless(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
  });
}

/** Writes all bytes before it returns; waits for a slow reader of a non-blocking pipe. */
function writeAll(fd: number, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}
