import { execFile, spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { readAll } from "../../src/stand-in/listener";

const execute = promisify(execFile);

/** The end of an invocation, as Lambda sees it. */
export type Invoked = (
  | { readonly kind: "returned"; readonly value: unknown }
  | { readonly kind: "threw"; readonly message: string }
  | { readonly kind: "timed-out" }
  | { readonly kind: "exited"; readonly code: number | null }
) & {
  /** The lines that the function logged meanwhile, and the command lines of processes that it left running. */
  readonly log: readonly string[];
  readonly left: readonly string[];
};

/** The parts of a function. */
export interface LambdaFunction {
  /** `folder/module.export`; the package's own handler if not given. */
  readonly handler?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The function's files beside the package; a name that starts with `#!` as text is made executable. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A function in its sandbox. */
export interface Lambda {
  readonly invoke: (event: unknown, options?: { readonly timeoutMs?: number }) => Promise<Invoked>;
  readonly stop: () => Promise<void>;
}

/** The handler that the package itself brings. */
const packagedHandler = "node_modules/aws-lifecycle-hooks/dist/lambda.handler";

const functions = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of functions) child.kill("SIGKILL");
});

let packed: Promise<string> | undefined;

/** The package's tarball, made once. */
function tarball(): Promise<string> {
  packed ??= (async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "lambda-package-"));
    const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
    const { stdout } = await execute("npm", words, { shell: process.platform === "win32" });
    const [file] = Object.values(JSON.parse(stdout) as Record<string, { readonly filename: string }>);
    return path.join(folder, file?.filename ?? "");
  })();
  return packed;
}

/** Removes what the tests of a file have shared. */
export async function removePackage(): Promise<void> {
  if (packed) await rm(path.dirname(await packed), { recursive: true, force: true });
}

/** Makes a function's folder: its own files, and the packed package installed beside them. */
export async function functionFolder(files: NonNullable<LambdaFunction["files"]>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "lambda-function-"));
  const installed = path.join(folder, "node_modules", "aws-lifecycle-hooks");
  await mkdir(installed, { recursive: true });
  await execute("tar", ["-xzf", await tarball(), "--strip-components=1", "-C", installed]);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text, { mode: text.startsWith("#!") ? 0o755 : 0o644 });
  }
  return folder;
}

/**
 * Starts a function in a process of its own, as Lambda's runtime does. Between invocations the process is stopped. At
 * an invocation's deadline, the process and everything that carries the sandbox's mark are killed.
 */
export async function startLambda({
  handler = packagedHandler,
  env = {},
  files = {},
}: LambdaFunction): Promise<Lambda> {
  const folder = await functionFolder(files);
  const sandbox = randomUUID();
  const api = new RuntimeApi();
  const port = await api.listen();
  const child = spawn(process.execPath, [path.resolve("test/support/lambda-bootstrap.mjs")], {
    cwd: folder,
    env: definedOnly({
      PATH: process.env["PATH"],
      LANG: "en_US.UTF-8",
      AWS_REGION: "eu-west-1",
      AWS_DEFAULT_REGION: "eu-west-1",
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_SESSION_TOKEN: "token-env",
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: handler,
      SANDBOX: sandbox,
      ...env,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  functions.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      functions.delete(child);
      resolve(code);
    });
  });

  async function invoke(event: unknown, { timeoutMs = 20_000 } = {}): Promise<Invoked> {
    await Promise.race([api.asked(), exited]);
    output = "";
    child.kill("SIGCONT");
    const id = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<{ kind: "timed-out" }>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, { kind: "timed-out" } as const);
    });
    const left = exited.then((code) => api.initError() ?? ({ kind: "exited", code } as const));
    const ended = await Promise.race([api.hand({ id, event, deadline: Date.now() + timeoutMs }), late, left]);
    clearTimeout(timer);
    if (ended.kind === "returned" || ended.kind === "threw") await Promise.race([api.asked(), exited]);
    child.kill("SIGSTOP");
    const remains = leftOf(sandbox, child.pid);
    if (ended.kind === "timed-out") killAll(sandbox);
    // what the function wrote is in the pipe: a turn of the loop reads it
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { ...ended, left: remains, log: output.split("\n").filter((line) => line !== "") };
  }

  return {
    invoke,
    stop: async () => {
      killAll(sandbox);
      child.kill("SIGKILL");
      await exited;
      api.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Handed {
  readonly id: string;
  readonly event: unknown;
  readonly deadline: number;
}

type Ended =
  { readonly kind: "returned"; readonly value: unknown } | { readonly kind: "threw"; readonly message: string };

/** Lambda's runtime API: hands out invocations, one at a time, and takes their results. */
class RuntimeApi {
  private readonly server: Server = createServer((message, response) => void this.answer(message, response));
  private next: ServerResponse | undefined;
  private waiting: (() => void)[] = [];
  private settle: ((ended: Ended) => void) | undefined;
  private failure: Ended | undefined;

  listen(): Promise<number> {
    return new Promise((resolve) => {
      this.server.listen(0, "127.0.0.1", () => {
        resolve((this.server.address() as AddressInfo).port);
      });
    });
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** Settles when the function waits for an invocation. */
  asked(): Promise<void> {
    return this.next ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  initError(): Ended | undefined {
    return this.failure;
  }

  hand({ id, event, deadline }: Handed): Promise<Ended> {
    const { next } = this;
    this.next = undefined;
    next?.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": id,
      "lambda-runtime-deadline-ms": String(deadline),
    });
    next?.end(JSON.stringify(event));
    return new Promise((resolve) => (this.settle = resolve));
  }

  private async answer(message: IncomingMessage, response: ServerResponse): Promise<void> {
    if (message.url?.endsWith("/invocation/next")) {
      this.next = response;
      for (const settle of this.waiting.splice(0)) settle();
      return;
    }
    const { body } = await readAll(message);
    const value = JSON.parse(body.toString()) as unknown;
    const isError = message.url?.endsWith("/error") ?? false;
    const ended: Ended = isError
      ? { kind: "threw", message: (value as { readonly errorMessage: string }).errorMessage }
      : { kind: "returned", value };
    if (message.url?.endsWith("/init/error")) this.failure = ended;
    this.settle?.(ended);
    response.writeHead(202).end();
  }
}

/** The command lines of the sandbox's processes, except the runtime's. */
function leftOf(sandbox: string, runtime: number | undefined): string[] {
  return sandboxed(sandbox).flatMap((pid) => (pid === runtime ? [] : [commandLine(pid)]));
}

function killAll(sandbox: string): void {
  for (const pid of sandboxed(sandbox)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      continue;
    }
  }
}

function sandboxed(sandbox: string): number[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      const isOne = /^\d+$/.test(name) && readFileSync(`/proc/${name}/environ`, "utf8").includes(`SANDBOX=${sandbox}`);
      return isOne ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    return "";
  }
}

function definedOnly(env: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
