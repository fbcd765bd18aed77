import { readdirSync, readFileSync } from "node:fs";

/**
 * The variable that marks the processes of an invocation: it stays in their environment, whatever group they move to.
 */
export const mark = "AWS_LIFECYCLE_HOOKS_INVOCATION";

/** The greatest number of times that the processes are looked at, and the pause between, in milliseconds. */
const rounds = { most: 100, pause: 5 };

/**
 * Kills the processes that carry an invocation's mark, until there are none: nothing is left running between
 * invocations. Only Linux, on which Lambda runs, shows the environment of processes. A process that has changed its own
 * user or environment is not found.
 */
export function killMarked(invocation: string): void {
  const cell = new Int32Array(new SharedArrayBuffer(4));
  for (let round = 0; round < rounds.most; round++) {
    const pids = markedProcesses(`${mark}=${invocation}`);
    // a process that is only just starting shows no environment for a moment: one look is not enough
    if (pids.length === 0 && round > 0) return;
    for (const pid of pids) kill(pid);
    Atomics.wait(cell, 0, 0, rounds.pause);
  }
}

function markedProcesses(marking: string): number[] {
  try {
    return readdirSync("/proc").flatMap((name) =>
      /^\d+$/.test(name) && isMarked(name, marking) ? [Number(name)] : [],
    );
  } catch {
    return [];
  }
}

/** Whether a process carries the mark. One that is dead but not yet reaped has an empty environment. */
function isMarked(pid: string, marking: string): boolean {
  if (Number(pid) === process.pid) return false;
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(marking);
  } catch {
    return false;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    return;
  }
}
