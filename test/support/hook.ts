import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { startProgram, type Finished, type ProgramRun } from "./program";
import type { ScriptedAnswer } from "./script";
import { outputAnswer, readCall, type Answer, type Received } from "../../src/stand-in/wire";
import { defaultAnswer } from "./defaults";
import { startService, type TestService } from "./service";

/** A run of the tool with a command whose end is the report, against a service of its own. */
export interface HookRun extends Omit<ProgramRun, "argv"> {
  /** The command, after `--`. */
  readonly words: readonly string[];
  /** Options before `--`, besides the ids and the endpoint. */
  readonly options?: readonly string[];
  readonly answers?: readonly ScriptedAnswer[];
  /** Whether the service is asked over https; `ca.pem` is then a copy of its authority in the working folder. */
  readonly secure?: boolean;
  /** Takes part in the run: sends signals, changes the script. */
  readonly during?: (run: HookUnderWay) => Promise<void>;
}

/** A run that tests can interfere with. */
export interface HookUnderWay {
  readonly child: ChildProcess;
  readonly service: TestService;
  /** Resolves when a text has come on standard output. */
  readonly seen: (text: string) => Promise<void>;
  /** Resolves when the service has had a request. */
  readonly requested: () => Promise<void>;
}

/** The results of a run. */
export interface HookFinished extends Finished {
  /**
   * The statuses in the reports that reached the service, correctly signed, and the access key ids that signed them.
   */
  readonly reported: string[];
  readonly signedBy: string[];
  /** The command lines of processes that still run. */
  readonly left: string[];
  /** The tool's own last line on standard error. */
  readonly line: string;
}

const ids = ["--deployment-id", "d-1", "--lifecycle-event-hook-execution-id", "e-1"];

/** Arguments that run a command as a hook against the service at an address. */
function hookArguments(url: string, words: readonly string[], options: readonly string[] = []): string[] {
  const operation = ["deploy", "put-lifecycle-event-hook-execution-status"];
  return [...operation, ...ids, "--endpoint-url", url, ...options, "--", ...words];
}

/** The id of a hook's execution as it was sent, as CodeDeploy answers it. */
function echoingAnswer(request: Received): Answer {
  const call = readCall(request);
  const { lifecycleEventHookExecutionId } = (call?.input ?? {}) as { readonly lifecycleEventHookExecutionId?: string };
  if (call?.protocol !== "json" || lifecycleEventHookExecutionId === undefined) return defaultAnswer(request);
  return outputAnswer(call, { lifecycleEventHookExecutionId });
}

/** Keys that the stand-in knows, and a region. */
export const keys = {
  AWS_ACCESS_KEY_ID: "AKIDENV",
  AWS_SECRET_ACCESS_KEY: "secret-env",
  AWS_DEFAULT_REGION: "us-east-1",
};

/** Runs the tool with a command to its end. */
export async function runHook({ words, options, answers, secure, during, ...run }: HookRun): Promise<HookFinished> {
  const service = await startService(answers, { fallback: echoingAnswer });
  try {
    const mark = randomUUID();
    const env = { ...keys, AWS_ENDPOINT_URL_STS: service.url, ...run.env, HOOK_TEST: mark };
    const files = { ...run.files, ...(secure && { "ca.pem": readFileSync(service.ca, "utf8") }) };
    const argv = hookArguments(secure ? service.tlsUrl : service.url, words, options);
    const started = await startProgram({ ...run, env, files, argv });
    const { child } = started;
    const output = outputOf(child);
    await during?.({
      child,
      service,
      seen: (text) => until(() => output().includes(text)),
      requested: () => until(() => service.requests.length > 0),
    });
    const finished = await started.finished;
    const line = finished.stderr.trim().split("\n").at(-1) ?? "";
    return { ...finished, ...reportsTo(service), left: processesMarked(mark), line };
  } finally {
    await service.stop();
  }
}

function reportsTo({ requests }: TestService): Pick<HookFinished, "reported" | "signedBy"> {
  const reports = requests.filter(
    ({ target, auth }) => target?.endsWith(".PutLifecycleEventHookExecutionStatus") && auth?.valid,
  );
  return {
    reported: reports.map(({ body }) =>
      body && "json" in body ? String((body.json as { status?: string }).status) : "",
    ),
    signedBy: reports.map(({ auth }) => auth?.akid ?? ""),
  };
}

/** Returns the function that tells what a run has written to standard output so far. */
export function outputOf(child: ChildProcess): () => string {
  let output = "";
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return () => output;
}

/** Waits for a condition, for a minute at most. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`not within a minute: ${String(condition)}`);
    await sleep(10);
  }
}

/** The command lines of live processes with a mark in their environment, as Linux shows it; none elsewhere. */
export function processesMarked(mark: string): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").flatMap((pid) => {
    try {
      if (!/^\d+$/.test(pid) || !readFileSync(`/proc/${pid}/environ`, "latin1").includes(mark)) return [];
      return [readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ")];
    } catch {
      return [];
    }
  });
}
