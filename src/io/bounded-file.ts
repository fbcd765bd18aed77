import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/** How much is read of a file at most, in bytes, and how long a pipe that says nothing is waited for, in milliseconds. */
export interface Bounds {
  readonly limit: number;
  readonly patience?: number;
}

/** The bytes of a file, or of a pipe until its end. Throws Node's error, or one that says which bound was reached. */
export function readBounded(path: string, { limit, patience = 60_000 }: Bounds): Buffer {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const isPipe = fstatSync(file).isFIFO();
    const chunks: Buffer[] = [];
    let length = 0;
    for (let silence = 0; ;) {
      const chunk = readSome(file);
      const isEnd = chunk?.length === 0 && (!isPipe || length > 0);
      if (isEnd) return Buffer.concat(chunks);
      if (chunk?.length) {
        silence = 0;
        chunks.push(chunk);
        length += chunk.length;
      } else {
        silence += pause;
        sleep();
      }
      if (length > limit) throw new Error(`it is longer than ${limit} bytes`);
      if (silence > patience) throw new Error(`nothing was written to this pipe for ${patience / 1000} seconds`);
    }
  } finally {
    closeSync(file);
  }
}

/** The next bytes; none at the end, or of a pipe that nobody writes to; undefined if there are none yet. */
function readSome(file: number): Buffer | undefined {
  const chunk = Buffer.allocUnsafe(64 * 1024);
  try {
    return chunk.subarray(0, readSync(file, chunk));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EAGAIN") return undefined;
    throw error;
  }
}

const pause = 10;

function sleep(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
}
