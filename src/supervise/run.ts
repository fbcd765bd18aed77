import { readdirSync } from "node:fs";
import { dataOf, Failure } from "../failure/failure";
import type { Outcome } from "../operations/operation";
import { loadClient } from "../sdk/load";
import type { CallRequest, Credentials, Globals, Io, Ready, Response, UserCommand } from "../types";
import { commandLine } from "./by-hand";
import { conduct } from "./conduct";
import { deliver } from "./deliver";
import { endingText, exitCodeOf, isSuccess } from "./ending";
import { catchSignals, type CaughtSignals } from "./signals";

/** A command to run and the report to make of its end. */
interface Supervised {
  readonly command: UserCommand;
  readonly outcome: Outcome;
  /** What the report is made with. Its request lacks the member that carries the outcome. */
  readonly request: CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  readonly renew: () => Promise<Credentials>;
  readonly globals: Globals;
  readonly signals: CaughtSignals;
  readonly io: Io;
}

/** Milliseconds for the report, whatever time the command and its grace took. */
const reportLimit = 30_000;

/** Catches signals from now on, and gives the way in which a command runs and its end is reported. */
export function supervision(command: UserCommand, io: Io): (ready: Ready) => Promise<number> {
  const signals = catchSignals(io.env);
  return async ({ operation, params, settings, credentials, renew, invocation: { globals } }) => {
    const { outcome } = operation;
    if (!outcome) throw new Error(`${operation.name} takes no command`);
    const { send } = await loadClient(operation.service);
    const request = { operation, params, settings, credentials, trace: io.trace };
    return runSupervised({ command, outcome, request, send, renew, globals, signals, io });
  };
}

/**
 * Runs the command, reports how it ended and gives the exit code. The report is on its way as soon as the outcome is certain,
 * while the command may still be using its grace time. Throws a Failure if the report could not be made, before the
 * command is started wherever that shows so early.
 */
async function runSupervised(run: Supervised): Promise<number> {
  outliveStrayErrors(run.io);
  await loadBundles();
  await rehearse(run);
  return runAndReport(run);
}

async function runAndReport(run: Supervised): Promise<number> {
  const { command, outcome, io } = run;
  const { ending, aftermath } = conduct(command, run.signals);
  const ended = await ending;
  const value = isSuccess(ended) ? outcome.success : outcome.failure;
  const request = { ...run.request, params: { ...run.request.params, [outcome.member]: value } };
  const delivered = await deliver({ ...run, request, limit: reportLimit });
  const why = endingText(ended, await aftermath, command.words[0]);
  if (!delivered.isMade) {
    const problem = dataOf(delivered.problem);
    const byHand = commandLine(request, run.globals);
    throw new Failure({ kind: "report-not-made", value, why, problem, byHand }, { cause: delivered.problem });
  }
  const note = delivered.code === undefined ? "" : ` (the service had a report already: ${delivered.code})`;
  io.err.write(io.trace.mask(`aws-lifecycle-hooks: reported ${value}${note}: ${why}\n`));
  return exitCodeOf(ended);
}

/** An error outside of all that is awaited (a stray socket, say) must not end the tool before the report. */
function outliveStrayErrors(io: Io): void {
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => {
    io.trace.log(error.stack ?? error.message);
  });
}

/** Makes the report but for the sending: whatever would stop it then stops it now, and all of the code is in memory. */
async function rehearse({ request, outcome, send }: Supervised): Promise<void> {
  const rehearsed = new Error("a rehearsal, not sent");
  const params = { ...request.params, [outcome.member]: outcome.success };
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
