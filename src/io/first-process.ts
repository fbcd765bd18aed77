import os from "node:os";

/** The signals that end a program from outside. */
const ending = ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM"] as const;

/**
 * Handles the signals that end a program, if this process is PID 1 of a container: such a process is sent only what it
 * handles. It then ends as it would anywhere else, with 128 and the signal's number.
 */
export function endOnSignalsAsFirst(): void {
  if (process.pid !== 1) return;
  for (const name of ending) {
    process.on(name, () => {
      process.exit(128 + os.constants.signals[name]);
    });
  }
}
