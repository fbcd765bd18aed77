import type { OutputFile } from "./output-file";

/**
 * Makes the function that writes what `content` gives to a file. What it gives settles when all that there was at the time
 * of the call is written; calls that come meanwhile share the next write. A stream is written once, with `isLast`.
 */
export function createRecorder(file: OutputFile, content: () => unknown): (isLast?: boolean) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  const write = async (): Promise<void> => {
    next = undefined;
    await file.write(`${JSON.stringify(content(), undefined, 2)}\n`);
  };
  return (isLast = false) => {
    if (!file.isReplaced && !isLast) return Promise.resolve();
    next ??= last = last.then(write);
    return next;
  };
}
