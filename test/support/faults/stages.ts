import { execFileSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { callTo, createWorld, withEnv, type FaultRun, type World } from "./fault";
import { startProgram, type Finished, type Folders } from "../program";
import { poll } from "../terminal";

const executable = path.resolve("bin", "aws-lifecycle-hooks.js");

/** A stage of a run: what to run, and how to know that the stage is reached. */
interface Stage {
  readonly run: FaultRun;
  readonly reached: () => Promise<unknown>;
  /** Removes what the stage needed, and looks at what must be gone. */
  readonly after?: () => Promise<void> | void;
}

type Prepare = (world: World, folders: Folders) => Promise<Stage>;

/** A stage in which the program waits for text that nobody writes into a FIFO; `run` is given the FIFO's path. */
function readingPipe(run: (fifo: string) => FaultRun): Prepare {
  return (_, { cwd }) => {
    const fifo = path.join(cwd, "fifo");
    execFileSync("mkfifo", [fifo]);
    let writer: number | undefined;
    return Promise.resolve({
      run: run(fifo),
      reached: () => poll(() => (writer = openForReader(fifo)) !== undefined, "nobody reads"),
      after: () => {
        if (writer !== undefined) closeSync(writer);
      },
    });
  };
}

/** Opens a FIFO for writing; that succeeds without waiting only while somebody has it open for reading. */
function openForReader(fifo: string): number | undefined {
  try {
    return openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch {
    return undefined;
  }
}

const nowhere = callTo("http://127.0.0.1:1");
const keyless = withEnv(nowhere, {
  AWS_ACCESS_KEY_ID: null,
  AWS_SECRET_ACCESS_KEY: null,
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/r",
});
const withOption = (run: FaultRun, ...words: string[]): FaultRun => ({ ...run, argv: [...run.argv, ...words] });

/**
 * A stage in which the program waits for a server that does nothing with its connection; `url` makes the endpoint of a
 * port.
 */
function waitingFor(url: (port: number) => string): Prepare {
  return async (world) => {
    let reached = false;
    const port = await world.listen((socket) => socket.once("data", () => (reached = true)));
    return { run: callTo(url(port)), reached: () => poll(() => reached, "no connection") };
  };
}

const betweenRetries: Prepare = async (world) => {
  const service = await world.service([{ status: 503, repeat: true }]);
  const run = withEnv(callTo(service.url), { AWS_MAX_ATTEMPTS: "20" });
  return { run, reached: () => poll(() => service.requests.length > 2, "no retries") };
};

const withHelper: Prepare = (_, { cwd, home }) => {
  const pid = path.join(cwd, "helper.pid");
  const helper = `sh -c 'echo $$ >${pid}; exec sleep 60'`;
  return Promise.resolve({
    run: { ...keyless, files: { "~/.aws/config": `[default]\ncredential_process = ${helper}\n` } },
    reached: () => poll(() => existsSync(pid) && readFileSync(pid, "utf8").endsWith("\n"), `no helper in ${home}`),
    after: () => poll(() => !isAlive(Number(readFileSync(pid, "utf8"))), "the helper is still there"),
  });
};

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

const writingOutput: Prepare = async (world, { cwd }) => {
  const service = await world.service([
    { body: JSON.stringify({ lifecycleEventHookExecutionId: "e".repeat(900_000) }), repeat: true },
  ]);
  const fifo = path.join(cwd, "out");
  execFileSync("mkfifo", [fifo]);
  const run = { ...callTo(service.url), shell: `exec "$@" 1<>${fifo}` };
  return { run, reached: () => poll(() => service.requests.length > 0, "no call").then(() => wait(300)) };
};

/** The stages at which a signal can meet a run. */
export const stages: readonly [string, Prepare][] = [
  ["reading a value from a pipe", readingPipe((fifo) => withOption(nowhere, "--deployment-id", `file://${fifo}`))],
  [
    "reading --cli-input-json from a pipe",
    readingPipe((fifo) => withOption(nowhere, "--cli-input-json", `file://${fifo}`)),
  ],
  ["reading a token from a pipe", readingPipe((fifo) => withEnv(keyless, { AWS_WEB_IDENTITY_TOKEN_FILE: fifo }))],
  [
    "reading standard input",
    readingPipe((fifo) => ({
      ...withOption(nowhere, "--cli-input-json", "file:///dev/stdin"),
      shell: `exec "$@" <>${fifo}`,
    })),
  ],
  ["waiting for a TLS handshake", waitingFor((port) => `https://localhost:${port}`)],
  ["waiting for an answer", waitingFor((port) => `http://127.0.0.1:${port}`)],
  ["between retries", betweenRetries],
  ["while a credential process runs", withHelper],
  ["writing what nobody reads", writingOutput],
];

/** The signals that end a run, and the exit codes that stand for them. */
export const signals = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** The end of a run after a signal, and how many milliseconds after it. */
export interface Ended extends Finished {
  readonly afterMs: number;
}

/** Brings a run to a stage, signals it there, and makes sure that nothing of it is left. */
export async function signalAt(prepare: Prepare, signal: NodeJS.Signals): Promise<Ended> {
  const world = createWorld();
  try {
    const folders = await world.folders();
    const { run, reached, after } = await prepare(world, folders);
    const tool = [process.execPath, executable] as const;
    const program = run.shell === undefined ? tool : (["sh", "-c", run.shell, "sh", ...tool] as const);
    const { child, finished } = await startProgram({ ...run, folders, program });
    await reached();
    await wait(50);
    const sent = performance.now();
    let afterMs = Infinity;
    child.once("exit", () => (afterMs = performance.now() - sent));
    child.kill(signal);
    const end = await finished;
    await after?.();
    return { ...end, afterMs };
  } finally {
    await world.close();
  }
}
