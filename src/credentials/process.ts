import { spawn } from "node:child_process";
import { Failure } from "../failure/failure";
import { shellWords } from "../python/shlex";
import type { Credentials } from "../types";
import { beforeSignalsEnd } from "./signals";
import type { CredentialSources } from "./sources";
import { expirationOf } from "./time";
import { windowsWords } from "./windows-words";

/** The most that a process may print, in characters. */
const outputLimit = 1024 * 1024;

/**
 * Runs the profile's `credential_process`, without a shell, and takes the keys that it prints, in version 1 of the
 * SDKs' common form. It has our standard input; its standard error is shown only if it fails.
 */
export async function fromProcess(command: string, { io }: CredentialSources): Promise<Credentials> {
  const { exitCode, stdout, stderr } = await run(wordsOf(command));
  if (exitCode !== 0) throw new Failure({ kind: "process-failed", exitCode, stderr: stderr.trimEnd() });
  const answer = parse(stdout);
  if (answer["Version"] !== 1) {
    const version = answer["Version"] === undefined ? "<Version key not provided>" : JSON.stringify(answer["Version"]);
    throw new Failure({ kind: "process-version", version });
  }
  const [accessKeyId, secretAccessKey] = ["AccessKeyId", "SecretAccessKey"].map((key) => {
    const value = answer[key];
    if (typeof value !== "string" || value === "") throw new Failure({ kind: "process-key-missing", key });
    return value;
  }) as [string, string];
  const [sessionToken, expiration] = ["SessionToken", "Expiration"].map((key) => {
    const value = answer[key] ?? undefined;
    if (value !== undefined && typeof value !== "string") throw new Failure({ kind: "process-key-no-text", key });
    return value;
  });
  io.trace.log(`credential_process gave ${accessKeyId}`);
  return {
    accessKeyId,
    secretAccessKey,
    ...(sessionToken && { sessionToken }),
    ...(expiration && { expiration: expirationOf(expiration) }),
  };
}

function wordsOf(command: string): readonly [string, ...string[]] {
  const [file, ...rest] = (process.platform === "win32" ? windowsWords(command) : shellWords(command)) ?? [];
  if (file === undefined) throw new Failure({ kind: "process-unreadable" });
  return [file, ...rest];
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run([file, ...rest]: readonly [string, ...string[]]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, rest, { stdio: ["inherit", "pipe", "pipe"], windowsHide: true });
    const done = beforeSignalsEnd((signal) => child.kill(signal));
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8").on("data", (text: string) => {
        texts[name] += text;
        if (texts[name].length <= outputLimit) return;
        child.kill("SIGKILL");
        reject(new Failure({ kind: "process-too-much", limit: outputLimit }));
      });
    }
    child.on("error", (error: NodeJS.ErrnoException) => {
      done();
      reject(
        new Failure({ kind: "process-unstartable", file, problem: error.code ?? error.message }, { cause: error }),
      );
    });
    child.on("close", (exitCode) => {
      done();
      resolve({ exitCode, ...texts });
    });
  });
}

/** The JSON object in a process's output. Other output is never shown, because it may contain half a secret. */
function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value === "object" && value !== null) return value as Record<string, unknown>;
  } catch {
    // Not JSON: refused below like all else.
  }
  throw new Failure({ kind: "process-not-json" });
}
