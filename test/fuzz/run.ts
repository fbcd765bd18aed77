import { EventEmitter } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { readAll } from "../../src/stand-in/listener";
import { readCall, type Received } from "../../src/stand-in/wire";
import { createTrace } from "../../src/trace";
import type { Io } from "../../src/types";
import { defaultAnswer } from "../support/defaults";
import type { FuzzAnswer, FuzzCase, FuzzOutcome } from "./case";
import { confine } from "./confine";

/** Runs cases in this process, one after the other, in a folder that it has to itself. */
export interface Runner {
  run(fuzzCase: FuzzCase): Promise<FuzzOutcome>;
  stop(): Promise<void>;
}

type Main = (argv: readonly string[], io: Io) => Promise<number>;

/** Prepares to run the built program's `main`, which is given, in a folder, which is made: HOME and the working folder. */
export async function createRunner(main: Main, folder: string): Promise<Runner> {
  let answers: FuzzAnswer[] = [];
  let answered: FuzzAnswer[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((received) => {
      const answer = nextAnswer(answers, received) ?? { ...defaultAnswer(received) };
      if (isServiceCall(received)) answered.push(answer);
      response.writeHead(answer.status, { ...answer.headers, connection: "close" }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const free = confine(port);
  const fill = (text: string): string => text.replaceAll("{{URL}}", `http://127.0.0.1:${port}`);

  async function run(fuzzCase: FuzzCase): Promise<FuzzOutcome> {
    answers = fuzzCase.answers.map((answer) => ({ ...answer, body: fill(answer.body) }));
    answered = [];
    await write(fuzzCase.files, { folder, fill });
    const { io, printed } = capture({ ...base(folder), ...mapValues(fuzzCase.env, fill) });
    const uncaught: string[] = [];
    const note = (error: unknown): void => {
      uncaught.push(String(error));
    };
    process.on("uncaughtException", note).on("unhandledRejection", note);
    try {
      const exitCode = await main(fuzzCase.argv.map(fill).map(overWire), io);
      return { exitCode, ...printed(), answered, uncaught };
    } finally {
      process.off("uncaughtException", note).off("unhandledRejection", note);
    }
  }

  return {
    run,
    stop: async () => {
      free();
      server.close();
      server.closeAllConnections();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a program is given of a text: no NUL, and lone surrogates as UTF-8 has them. */
function overWire(text: string): string {
  return Buffer.from(text.replaceAll("\0", "")).toString();
}

function nextAnswer(answers: FuzzAnswer[], request: Received): FuzzAnswer | undefined {
  const action = readCall(request)?.operation;
  const at = answers.findIndex(({ on }) =>
    on === undefined ? isServiceCall(request) : request.path.startsWith(on) || action === on,
  );
  return at < 0 ? undefined : answers.splice(at, 1)[0];
}

function isServiceCall(request: Received): boolean {
  const call = readCall(request);
  return call?.protocol === "json" || call?.operation === "PutLifecycleHook";
}

const base = (home: string): Record<string, string> => ({
  PATH: process.env["PATH"] ?? "",
  HOME: home,
  LANG: "C.UTF-8",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_MAX_ATTEMPTS: "1",
});

function mapValues(record: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, overWire(change(value))]));
}

async function write(
  files: FuzzCase["files"],
  { folder, fill }: { folder: string; fill: (text: string) => string },
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name.replace(/^~\//, ""));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, typeof content === "string" ? fill(content) : Buffer.from(content.base64, "base64"));
  }
}

/** Streams that keep what is written. */
function capture(env: Record<string, string>): { io: Io; printed: () => { stdout: string; stderr: string } } {
  const texts = { stdout: "", stderr: "" };
  const sink = (name: keyof typeof texts): Io["out"] => ({
    isTTY: false,
    columns: undefined,
    write: (text: string) => {
      texts[name] += text;
    },
  });
  return { io: { env, out: sink("stdout"), err: sink("stderr"), trace: createTrace() }, printed: () => texts };
}

EventEmitter.defaultMaxListeners = 50;
