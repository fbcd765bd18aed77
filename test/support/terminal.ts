import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Folders } from "./program";

/** A program on a terminal of its own. */
export interface OnTerminal {
  /** The program's process id. */
  readonly pid: number;
  /** Presses keys. */
  readonly type: (keys: string) => void;
  /** Returns the text that the terminal has shown so far. */
  shown(): string;
  /** Waits until the terminal has shown a text; throws after a minute. */
  until(text: string): Promise<void>;
  readonly finished: Promise<TerminalEnd>;
}

/** The end of the program: the exit code as a shell sees it, and whether the terminal's settings are restored. */
interface TerminalEnd {
  readonly exitCode: number;
  readonly shown: string;
  readonly restored: boolean;
}

/** Whether terminals can be made here: with util-linux's script. */
export const canMakeTerminals =
  process.platform === "linux" &&
  spawnSync("script", ["--version"], { encoding: "utf8" }).stdout.includes("util-linux");

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

/** Starts a command line on a terminal. It leaves notes in the working folder, which is kept. */
export async function startOnTerminal(
  words: readonly string[],
  { folders, env }: { readonly folders: Folders; readonly env: Readonly<Record<string, string>> },
): Promise<OnTerminal> {
  const note = (name: string): string => path.join(folders.cwd, `.${name}`);
  const run = `sh -c 'echo $$ >${note("pid")}; exec "$@"' sh ${words.map(quoted).join(" ")}`;
  const script = `trap : INT TERM HUP; stty -a >${note("before")}; ${run}; echo $? >${note("code")}; stty -a >${note("after")}`;
  await writeFile(note("script"), script);
  const terminal = spawn("script", ["-qefc", `sh ${note("script")}`, "/dev/null"], {
    cwd: folders.cwd,
    env: { PATH: process.env["PATH"], HOME: folders.home, TERM: "xterm", ...env },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  terminal.stdout.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  terminal.stdin.on("error", () => undefined);
  const limit = setTimeout(() => terminal.kill("SIGKILL"), 90_000);
  const finished = new Promise<TerminalEnd>((resolve) => {
    terminal.on("close", () => {
      clearTimeout(limit);
      const read = (name: string): string => (existsSync(note(name)) ? readFileSync(note(name), "utf8") : name);
      resolve({ exitCode: Number(read("code")), shown, restored: read("before") === read("after") });
    });
  });
  await poll(() => existsSync(note("pid")) && readFileSync(note("pid"), "utf8").endsWith("\n"), "no process");
  return {
    pid: Number(readFileSync(note("pid"), "utf8")),
    type: (keys) => terminal.stdin.write(keys),
    shown: () => shown,
    until: (text) => poll(() => shown.includes(text), `${text} was not shown`),
    finished,
  };
}

/** Waits until something holds, looking every few milliseconds; throws after a minute. */
export async function poll(holds: () => boolean, otherwise: string): Promise<void> {
  const end = Date.now() + 60_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(otherwise);
    await wait(10);
  }
}
