import { mkdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { readAll } from "../../src/stand-in/listener";
import { readCall, type Call, type Received } from "../../src/stand-in/wire";
import type { Answered, FuzzAnswer, FuzzCase, FuzzOutcome } from "./case";
import { confine } from "./confine";
import { rightAnswer } from "./right-answer";

/** Runs cases, one after the other, in a folder that it has to itself. */
export interface Runner {
  run(fuzzCase: FuzzCase): Promise<FuzzOutcome>;
  stop(): Promise<void>;
}

/** Runs the program once. `folder` is HOME and the working folder. */
export type Execute = (run: {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly onTerminal: boolean;
}) => Promise<Pick<FuzzOutcome, "exitCode" | "stdout" | "stderr">>;

/** Prepares to run cases in a folder, which is made. */
export async function createRunner(execute: Execute, folder: string): Promise<Runner> {
  let answers: FuzzAnswer[] = [];
  let answered: Answered[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((received) => {
      const answer = nextAnswer(answers, received) ?? rightAnswer(received);
      const call = serviceCall(received);
      if (call) answered.push({ operation: call.operation, input: call.input, answer });
      response.writeHead(answer.status, { ...answer.headers, connection: "close" }).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const free = confine(port);
  const fill = (text: string): string =>
    text.replaceAll("{{URL}}", `http://127.0.0.1:${port}`).replace(/\{\{(CWD|HOME)\}\}/g, folder);

  async function run(fuzzCase: FuzzCase): Promise<FuzzOutcome> {
    answers = fuzzCase.answers.map((answer) => ({ ...answer, body: fill(answer.body) }));
    answered = [];
    await write(fuzzCase.files, { folder, fill });
    const { onTerminal = false } = fuzzCase;
    const env = { ...base(folder), ...mapValues(fuzzCase.env, fill) };
    const uncaught: string[] = [];
    const note = (error: unknown): void => {
      uncaught.push(String(error));
    };
    process.on("uncaughtException", note).on("unhandledRejection", note);
    try {
      const ended = await execute({ argv: fuzzCase.argv.map(fill).map(overWire), env, folder, onTerminal });
      return { ...ended, answered, uncaught };
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
    on === undefined ? serviceCall(request) !== undefined : request.path.startsWith(on) || action === on,
  );
  return at < 0 ? undefined : answers.splice(at, 1)[0];
}

/** The call that a request makes; undefined for one for credentials. */
function serviceCall(request: Received): Call | undefined {
  const call = readCall(request);
  return call?.operation.startsWith("AssumeRole") ? undefined : call;
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
