import { fstatSync, writeSync } from "node:fs";
import { Failure } from "./failure";
import { createTrace } from "./trace";
import type { Io, Sink } from "./types";

/**
 * The process's own streams and environment. Standard output that cannot be written is a failure; standard error that
 * cannot be written is nothing, as there is nobody left to tell.
 */
export function processIo(): Io {
  const out = sink(1, (error) => {
    throw new Failure({ kind: "output-unwritable", problem: error.message.replace(/, write$/, "") }, { cause: error });
  });
  return { env: process.env, out, err: sink(2, () => undefined), trace: createTrace() };
}

function sink(fd: 1 | 2, onFailure: (error: Error) => void): Sink {
  return {
    get isTTY() {
      return terminal(fd) !== undefined;
    },
    get columns() {
      return terminal(fd)?.columns;
    },
    write: (text) => {
      try {
        writeAll(fd, Buffer.from(text));
      } catch (error) {
        onFailure(error as Error);
      }
    },
  };
}

/** The stream of a terminal. Asks the file system first: Node's stream of a pipe loads its network code. */
function terminal(fd: 1 | 2): NodeJS.WriteStream | undefined {
  if (!fstatSync(fd).isCharacterDevice()) return undefined;
  const stream = fd === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream : undefined;
}

/** Writes all bytes before it returns; waits for a slow reader of a non-blocking pipe. */
function writeAll(fd: number, bytes: Buffer): void {
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
