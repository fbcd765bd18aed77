import { fstatSync, statSync, writeSync } from "node:fs";
import { Failure } from "../failure/failure";
import { createTrace } from "./trace";
import type { Io, Sink } from "../types";

/** The process's own environment, and its standard streams or the files that are open as `out` and `err`. */
export function processIo(out = 1, err = 2): Io {
  return { env: process.env, out: sink(out, writeOut), err: sink(err, writeError), trace: createTrace() };
}

function sink(fd: number, write: (fd: number, text: string) => void): Sink {
  return {
    get isTTY() {
      return terminal(fd) !== undefined;
    },
    get columns() {
      return terminal(fd)?.columns;
    },
    write: (text) => {
      write(fd, text);
    },
  };
}

/** The stream of a terminal. Asks the file system first: Node's streams of a pipe and of the null device load much code. */
function terminal(fd: number): NodeJS.WriteStream | undefined {
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

function writeOut(fd: number, text: string): void {
  try {
    writeAll(fd, text);
  } catch (error) {
    const problem = (error as Error).message.replace(/, write$/, "");
    throw new Failure({ kind: "output-unwritable", problem }, { cause: error });
  }
}

/** Where standard error cannot be written, nobody is left to tell. On a terminal, text from elsewhere is only text. */
function writeError(fd: number, text: string): void {
  try {
    writeAll(fd, terminal(fd) ? harmless(text) : text);
  } catch {
    return;
  }
}

/** Control characters that can drive a terminal are shown as their codes. A Windows line end is one like any other. */
function harmless(text: string): string {
  return (
    text
      .replaceAll("\r\n", "\n")
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
        const code = character.charCodeAt(0).toString(16);
        return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, "0")}`;
      })
  );
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
