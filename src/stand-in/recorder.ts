import { rename, writeFile } from "node:fs/promises";

/**
 * Makes the function that writes what `content` gives to a file, whole or not at all. What it gives settles when all
 * that there was at the time of the call is written; calls that come meanwhile share the next write.
 */
export function createRecorder(file: string, content: () => unknown): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    next = undefined;
    await writeFile(`${file}.part`, `${JSON.stringify(content(), undefined, 2)}\n`);
    await rename(`${file}.part`, file);
  };
  return () => {
    next ??= last = last.then(write);
    return next;
  };
}
