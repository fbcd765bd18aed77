import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/**
 * Whether a process group has living members, as Linux shows it: where nobody reaps orphans (PID 1 of many containers),
 * dead members stay in their group. `/proc` may belong to an outer PID namespace, in which everything has other
 * numbers; so this reads its own account of the inner numbers. True if it cannot be told.
 */
export function hasLiveMembers(group: number): boolean {
  try {
    const depth = namespaceIds(readFileSync("/proc/self/status", "latin1"), "NSpid").length;
    const states = readdirSync("/proc").flatMap((pid) =>
      /^\d+$/.test(pid) ? stateInGroup(pid, { group, depth }) : [],
    );
    return states.length === 0 || states.some((state) => state !== "Z" && state !== "X");
  } catch {
    return true;
  }
}

/** A group, by its number in a PID namespace that is so many levels below that of `/proc`, counting its own. */
interface Group {
  readonly group: number;
  readonly depth: number;
}

/** The state letter of a process, if the process belongs to the group. */
function stateInGroup(pid: string, { group, depth }: Group): string[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "latin1");
    const groups = namespaceIds(status, "NSpgid");
    if (groups.length !== depth || groups.at(-1) !== group || isElsewhere(pid)) return [];
    return [/^State:\s+(\S)/m.exec(status)?.[1] ?? ""];
  } catch {
    return [];
  }
}

/** The numbers of a line of proc(5)'s status file, from the outermost namespace to the innermost. */
function namespaceIds(status: string, name: string): readonly number[] {
  const line = new RegExp(`^${name}:(.*)$`, "m").exec(status)?.[1] ?? "";
  return line.trim().split(/\s+/).map(Number);
}

/** Whether a process belongs to another namespace, if that can be told; for a dead one it cannot. */
function isElsewhere(pid: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/ns/pid`) !== readlinkSync("/proc/self/ns/pid");
  } catch {
    return false;
  }
}
