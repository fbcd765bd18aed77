import { writeSync } from "node:fs";
import type { Io, Sink } from "./types";
import { createTrace } from "./trace";

/** The process's own streams and environment. */
export function processIo(): Io {
  return { env: process.env, out: sink(1), err: sink(2), trace: createTrace() };
}

function sink(fd: 1 | 2): Sink {
  const stream = () => (fd === 1 ? process.stdout : process.stderr);
  return {
    get isTTY() {
      return stream().isTTY;
    },
    get columns() {
      return stream().columns;
    },
    write: (text) => {
      writeAll(fd, Buffer.from(text));
    },
  };
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
