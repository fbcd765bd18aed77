import type { OutputFile } from "./output-file";

/**
 * Makes the function that writes the result of `content` to a file. Its promise settles when everything that existed at
 * the time of the call is written; calls that come meanwhile share the next write. A stream is written once, with
 * `isLast`.
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
