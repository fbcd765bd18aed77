import { spawn, type ChildProcess } from "node:child_process";
import os from "node:os";

/** The result of showing a text: the exit code of the run, or that there is nothing to show it with. */
export type Shown = { readonly exitCode: number } | "not-started";

/** The time that a pager may take to end when it is told to, in milliseconds. */
const patience = 1000;

/**
 * Shows a text in a pager until the pager ends. Meanwhile Ctrl-C belongs to the pager; a signal that ends this tool
 * ends the pager, which then restores the terminal. If a signal ended either, the exit code is 128 and the signal's
 * number.
 */
export function showInPager(text: string, line: string, env: NodeJS.ProcessEnv): Promise<Shown> {
  return new Promise((resolve) => {
    let exitCode = 0;
    const signals = handleSignals((signal) => {
      exitCode = 128 + os.constants.signals[signal];
      child.kill();
      setTimeout(() => child.kill("SIGKILL"), patience).unref();
    });
    const child = start(line, { LESS: "-R", ...env });
    child.once("error", () => {
      signals.release();
      resolve("not-started");
    });
    child.once("close", (code, signal) => {
      signals.release();
      if (signal) exitCode = 128 + os.constants.signals[signal];
      resolve(code === 126 || code === 127 ? "not-started" : { exitCode });
    });
    child.stdin?.on("error", () => undefined).end(text);
  });
}

function start(line: string, env: NodeJS.ProcessEnv): ChildProcess {
  const options = { env, stdio: ["pipe", "inherit", "inherit"] as ["pipe", "inherit", "inherit"] };
  const [command = "", ...words] = line.split(/\s+/);
  return /^[\w@+,./: -]*$/.test(line)
    ? spawn(command, words, options)
    : spawn(shellLine(line), { ...options, shell: true });
}

/** The line for the shell, which replaces itself by a command that is alone, so that signals reach the command. */
function shellLine(line: string): string {
  const isAlone = process.platform !== "win32" && !/[|&;<>()\n]|^\w+=/.test(line);
  return isAlone ? `exec ${line}` : line;
}

function handleSignals(end: (signal: "SIGTERM" | "SIGHUP") => void): { release(): void } {
  const ignore = () => undefined;
  process.on("SIGINT", ignore);
  for (const name of ["SIGTERM", "SIGHUP"] as const) process.on(name, end);
  return {
    release: () => {
      process.off("SIGINT", ignore);
      for (const name of ["SIGTERM", "SIGHUP"] as const) process.off(name, end);
    },
  };
}
