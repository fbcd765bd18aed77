import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";

/**
 * The greatest number of bytes that are read from a file, and the time that a silent pipe is waited for, in
 * milliseconds.
 */
export interface Bounds {
  readonly limit: number;
  readonly patience?: number;
}

/** The bytes of a file, or of a pipe or a terminal until its end. Throws Node's error, or one that says which bound was reached. */
export async function readBounded(path: string, { limit, patience = 60_000 }: Bounds): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunksOf(path, patience)) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > limit) throw new Error(`it is longer than ${limit} bytes`);
  }
  return Buffer.concat(chunks);
}

/**
 * The content of a path, piece by piece. If nothing is there yet, the process is free for signals and everything else;
 * a terminal is waited for as long as it takes.
 */
export async function* chunksOf(path: string, patience: number): AsyncGenerator<Buffer> {
  const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const isPipe = fstatSync(file).isFIFO();
    let hasBegun = false;
    for (let silence = 0; ;) {
      const chunk = readSome(file);
      if (chunk?.length) {
        silence = 0;
        hasBegun = true;
        yield chunk;
        continue;
      }
      if (chunk && (!isPipe || hasBegun)) return;
      silence += pause;
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (isPipe && silence > patience)
        throw new Error(`nothing was written to this pipe for ${patience / 1000} seconds`);
    }
  } finally {
    closeSync(file);
  }
}

/** The next bytes; an empty buffer at the end or if nobody writes to a pipe; undefined if there are none yet. */
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
