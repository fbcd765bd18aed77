import { readdirSync } from "node:fs";
import type { Verdict } from "../operations/operation";
import { Failure, describe, isFailure } from "../failure/failure";
import type { CallRequest, Credentials, Globals, HookCommand, Io, Response } from "../types";
import { commandLine } from "./by-hand";
import { conduct } from "./conduct";
import { deliver } from "./deliver";
import { exitCodeOf, isSuccess, outcomeText } from "./outcome";
import type { CaughtSignals } from "./signals";

/** A command to run and the report to make of its end. */
export interface HookRun {
  readonly command: HookCommand;
  readonly verdict: Verdict;
  readonly globals: Globals;
  /** The call that is the report, without the member that carries the verdict. */
  readonly request: CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  readonly renew: (pastCache: boolean) => Promise<Credentials>;
  readonly signals: CaughtSignals;
  readonly io: Io;
}

/** Milliseconds for the report, whatever time the command and its grace took. */
const reportLimit = 30_000;

/**
 * Runs the command, reports how it ended and gives the exit code. The report is on its way as soon as the verdict is certain,
 * while the command may still be using its grace time. Throws a Failure if the report could not be made, before the
 * command is started wherever that shows so early.
 */
export async function runHookCommand(run: HookRun): Promise<number> {
  outliveStrayErrors(run.io);
  await loadBundles();
  await rehearse(run);
  warnOfEnd(run);
  return runAndReport(run);
}

/** Says that the keys end before the command must, where nothing renews them: a report after their end cannot be made. */
function warnOfEnd({ command, request, io }: HookRun): void {
  const { expiration, isFixed } = request.credentials ?? {};
  const latest = command.timeout === 0 ? Infinity : Date.now() + command.timeout * 1000;
  if (!isFixed || !expiration || expiration.getTime() >= latest) return;
  const end = expiration.toISOString().replace(/\.\d+/, "");
  io.err.write(
    `aws-lifecycle-hooks: the keys in the environment end at ${end}, before the command's time limit, and nothing renews them: after that no report can be made.\n`,
  );
}

async function runAndReport(run: HookRun): Promise<number> {
  const { command, verdict, io } = run;
  const { outcome, aftermath } = conduct(command, run.signals);
  const decided = await outcome;
  const value = isSuccess(decided) ? verdict.success : verdict.failure;
  const request = { ...run.request, params: { ...run.request.params, [verdict.member]: value } };
  const delivered = await deliver({ ...run, request, limit: reportLimit });
  const why = outcomeText(decided, await aftermath, command.words[0]);
  if (!delivered.isMade) {
    const problem = textOf(delivered.problem);
    const byHand = commandLine(request, run.globals);
    throw new Failure({ kind: "report-not-made", value, why, problem, byHand }, { cause: delivered.problem });
  }
  const note = delivered.code === undefined ? "" : ` (the service had a report already: ${delivered.code})`;
  io.err.write(io.trace.mask(`aws-lifecycle-hooks: reported ${value}${note}: ${why}\n`));
  return exitCodeOf(decided);
}

/** An error outside of all that is awaited (a stray socket, say) must not end the tool before the report. */
function outliveStrayErrors(io: Io): void {
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => {
    io.trace.log(error.stack ?? error.message);
  });
}

/** Makes the report but for the sending: whatever would stop it then stops it now, and all of the code is in memory. */
async function rehearse({ request, verdict, send }: HookRun): Promise<void> {
  const rehearsed = new Error("a rehearsal, not sent");
  const params = { ...request.params, [verdict.member]: verdict.success };
  const settings = { ...request.settings, retries: { ...request.settings.retries, maxAttempts: 1 } };
  await send({ ...request, params, settings, signal: AbortSignal.abort(rehearsed) }).catch((error: unknown) => {
    if (error !== rehearsed) throw error;
  });
}

/** Loads what a report may need later: the command may take long, fill the disk, or replace the package. */
async function loadBundles(): Promise<void> {
  const bundles = readdirSync(__dirname).filter((file) =>
    /^(credentials|profile|settings|transport)-.*\.js$/.test(file),
  );
  for (const bundle of bundles.map((file) => `./${file}`)) await import(bundle);
}

function textOf(problem: unknown): string {
  if (isFailure(problem)) return describe(problem.data).text;
  return problem instanceof Error ? problem.message : String(problem);
}
