import type { Io } from "../types";

/** Writes lines of the tool's own to standard error, without secrets. */
export function noteTo({ err, trace }: Pick<Io, "err" | "trace">): (text: string) => void {
  return (text) => {
    err.write(`aws-lifecycle-hooks: ${trace.mask(text)}\n`);
  };
}
