import { readdirSync, readFileSync } from "node:fs";

/** The variable that marks the processes of an invocation: their environment has it, whatever group they move to. */
export const mark = "AWS_LIFECYCLE_HOOKS_INVOCATION";

/**
 * Kills the processes that carry an invocation's mark, until there are none: between invocations nothing is left running.
 * Only Linux, which Lambda is, shows the environment of processes. What has changed its own user or environment is not found.
 */
export function killMarked(invocation: string): void {
  for (let round = 0; round < 10; round++) {
    const pids = markedProcesses(`${mark}=${invocation}`);
    if (pids.length === 0) return;
    for (const pid of pids) kill(pid);
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

/** The environment of a process that is dead and not yet buried is empty. */
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
