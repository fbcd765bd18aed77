import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { fstatSync } from "node:fs";
import { hasLiveMembers } from "./live-members";

/**
 * The end of a command, or the fact that it never started: 127 if it was not found, 126 if it could not be executed.
 * The problem is the system's text, or `permission` if it was not permitted.
 */
export type CommandEnd =
  | { readonly kind: "exited"; readonly code: number }
  | { readonly kind: "killed"; readonly signal: NodeJS.Signals }
  | { readonly kind: "not-started"; readonly code: 126 | 127; readonly problem: string };

/** A command and the processes that it started, as long as they stay in its group. */
export interface ProcessGroup {
  /** Settles when the command itself has ended; others of the group may still run. */
  readonly ended: Promise<CommandEnd>;
  isAlive(): boolean;
  /** Sends a signal to the whole group. It is not an error if the group is gone, or another user's. */
  signal(name: NodeJS.Signals): void;
}

const isWindows = process.platform === "win32";

/**
 * Starts a command with the tool's own standard streams, in a process group of its own. Node makes one only with a new
 * session, so the command has no controlling terminal: `/dev/tty` cannot be opened, Ctrl-C comes by way of the tool,
 * Ctrl-Z stops the tool alone. A process that leaves the group (`setsid`) is out of reach, and a death by a real-time
 * signal (34 and up) cannot be told from an exit with 0: Node shows neither. On Windows the group is the process tree.
 * An open file may take the place of the tool's standard input.
 */
export function startGroup(
  [file, ...words]: readonly [string, ...string[]],
  env: NodeJS.ProcessEnv,
  stdin = 0,
): ProcessGroup {
  let child: ChildProcess;
  try {
    child = spawn(file, words, { stdio: streams(words, stdin), detached: !isWindows, env });
  } catch (error) {
    return { ended: Promise.resolve(notStarted(error)), isAlive: () => false, signal: () => undefined };
  }
  const { pid } = child;
  let running = pid !== undefined;
  const ended = new Promise<CommandEnd>((resolve) => {
    child.once("error", (error) => {
      resolve(notStarted(error));
    });
    child.once("exit", (code, signal) => {
      running = false;
      resolve(signal ? { kind: "killed", signal } : { kind: "exited", code: code ?? 255 });
    });
  });
  return {
    ended,
    isAlive: () => running || (pid !== undefined && !isWindows && isGroupAlive(pid)),
    signal: (name) => {
      if (pid !== undefined) (isWindows ? endTree : signalGroup)(pid, name);
    },
  };
}

/** The standard streams, and the open files that words name as `/dev/fd/N`: a shell's process substitutions. */
function streams(words: readonly string[], stdin: number): StdioOptions {
  const stdio: (number | "ignore")[] = [stdin, 1, 2];
  for (const word of words) {
    const fd = Number(/^\/(?:dev|proc\/self)\/fd\/(\d{1,4})$/.exec(word)?.[1] ?? 0);
    if (fd === 0 || !isOpen(fd)) continue;
    while (stdio.length <= fd) stdio.push("ignore");
    stdio[fd] = fd;
  }
  return stdio;
}

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd);
    return true;
  } catch {
    return false;
  }
}

/** The exit codes of POSIX `env`: 127 for a file that is not there, 126 for all else. */
function notStarted(error: unknown): CommandEnd {
  const { code, message } = error as NodeJS.ErrnoException;
  const isMissing = code === "ENOENT" || code === "ERR_INVALID_ARG_VALUE";
  return { kind: "not-started", code: isMissing ? 127 : 126, problem: code === "EACCES" ? "permission" : message };
}

function signalGroup(group: number, name: NodeJS.Signals | 0): "sent" | "gone" {
  try {
    process.kill(-group, name);
    return "sent";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH" ? "gone" : "sent";
  }
}

function isGroupAlive(group: number): boolean {
  return signalGroup(group, 0) === "sent" && hasLiveMembers(group);
}

/**
 * Ends a tree of processes on Windows, which has no signals to pass on; its console itself sends Ctrl-C to the command.
 * So only SIGKILL does something here, and it ends the whole tree.
 */
function endTree(pid: number, name: NodeJS.Signals): void {
  if (name !== "SIGKILL") return;
  spawn("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" }).once("error", () => undefined);
}
