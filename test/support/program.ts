import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

/** A run of the program as a user would start it. */
export interface ProgramRun {
  /** The arguments after the program's name. */
  readonly argv: readonly string[];
  /** Variables in addition to the base; null or undefined removes one. */
  readonly env?: Readonly<Record<string, string | null | undefined>>;
  /** Files to write first: `~/…` under HOME, others under the working folder. */
  readonly files?: Readonly<Record<string, string | { readonly base64: string }>>;
  /** The content of standard input, as a file. */
  readonly stdin?: string;
  /** The home and the working folder to use, which are kept; if absent, fresh ones, which are removed afterwards. */
  readonly folders?: Folders;
  /** The program to run in place of the built one: a command and its first arguments. */
  readonly program?: readonly [string, ...string[]];
  /** The time after which the whole process group is killed, in milliseconds; 90,000 if absent. */
  readonly timeoutMs?: number;
}

/** The folders of a run: HOME and the working folder. */
export interface Folders {
  readonly home: string;
  readonly cwd: string;
  readonly remove: () => Promise<void>;
}

/** The results of a run. `exitCode` is null if a signal ended it, the time limit's SIGKILL included. */
export interface Finished {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

/** A run under way. */
export interface Started {
  readonly child: ChildProcess;
  readonly finished: Promise<Finished>;
}

/** The runs under way; if this process ends first, they end with it. */
const running = new Set<ChildProcess>();
process.on("exit", () => {
  running.forEach(killGroup);
});

/** The built program. */
export const executable = path.resolve("bin/aws-lifecycle-hooks.js");

/** Makes a fresh home and working folder. */
export async function createFolders(): Promise<Folders> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "run-")));
  const [home, cwd] = [path.join(root, "home"), path.join(root, "cwd")];
  await Promise.all([mkdir(home), mkdir(cwd)]);
  return { home, cwd, remove: () => rm(root, { recursive: true, force: true }) };
}

/** Runs the built program to its end with nothing inherited but PATH; leaves no process and, by default, no file. */
export async function runProgram(run: ProgramRun): Promise<Finished> {
  const { finished } = await startProgram(run);
  return finished;
}

/** Starts the built program, in a process group of its own, and lets the caller signal `child`. */
export async function startProgram(run: ProgramRun): Promise<Started> {
  const folders = run.folders ?? (await createFolders());
  await writeFiles(run.files ?? {}, folders);
  const [command, ...first] = run.program ?? [process.execPath, executable];
  const stdin = await openInput(run.stdin ?? "", folders);
  const child = spawn(command, [...first, ...run.argv], {
    cwd: folders.cwd,
    env: environment(run.env ?? {}, folders),
    stdio: [stdin, "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  closeSync(stdin);
  running.add(child);
  const finished = watch(child, run.timeoutMs ?? 90_000).finally(() => (run.folders ? undefined : folders.remove()));
  return { child, finished };
}

async function writeFiles(files: NonNullable<ProgramRun["files"]>, folders: Folders): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    const file = name.startsWith("~/") ? path.join(folders.home, name.slice(2)) : path.join(folders.cwd, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof content === "string" ? content : Buffer.from(content.base64, "base64"));
  }
}

/** Opens standard input: a file outside the working folder, removed from the file system once it is open. */
async function openInput(text: string, { cwd }: Folders): Promise<number> {
  const file = `${cwd}.stdin-${randomUUID()}`;
  await writeFile(file, text);
  const descriptor = openSync(file, "r");
  await rm(file, { force: true });
  return descriptor;
}

function environment(extra: NonNullable<ProgramRun["env"]>, { home }: Folders): NodeJS.ProcessEnv {
  const base: Record<string, string | null | undefined> = {
    PATH: process.env["PATH"],
    HOME: home,
    LANG: "C.UTF-8",
    AWS_EC2_METADATA_DISABLED: "true",
    COLUMNS: "80",
    TERM: "dumb",
    ...(process.platform === "win32" && { USERPROFILE: home, SystemRoot: process.env["SystemRoot"] }),
    ...extra,
  };
  return Object.fromEntries(Object.entries(base).map(([name, value]) => [name, value ?? undefined]));
}

function watch(child: ChildProcess, timeoutMs: number): Promise<Finished> {
  const started = performance.now();
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const limits = [
    setTimeout(() => {
      killGroup(child);
    }, timeoutMs),
  ];
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", () => {
      killGroup(child);
      limits.push(setTimeout(letGo, 15_000, child));
    });
    child.on("close", (exitCode, signal) => {
      for (const limit of limits) clearTimeout(limit);
      running.delete(child);
      resolve({ exitCode, signal, stdout: stdout(), stderr: stderr(), durationMs: performance.now() - started });
    });
  });
}

/** Stops waiting for output of processes that left the program's group and outlive it. */
function letGo({ stdout, stderr }: ChildProcess): void {
  stdout?.destroy();
  stderr?.destroy();
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString();
}

/** Kills whatever is left of the program's process group; there is none on Windows. */
function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
