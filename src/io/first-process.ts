import os from "node:os";

/** The signals that end a program from outside. */
const ending = ["SIGHUP", "SIGINT", "SIGQUIT", "SIGTERM"] as const;

/** As PID 1 of a container a process is sent only what it handles: it then ends as it would anywhere else, 128 + the number. */
export function endOnSignalsAsFirst(): void {
  if (process.pid !== 1) return;
  for (const name of ending) {
    process.on(name, () => {
      process.exit(128 + os.constants.signals[name]);
    });
  }
}
