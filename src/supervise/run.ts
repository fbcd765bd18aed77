import { readdirSync } from "node:fs";
import { noteTo } from "../io/note";
import type { Credentials, Io, Ready, UserCommand } from "../types";
import { prepareAction } from "./action";
import type { Before, Prepared, Surroundings } from "./before";
import { quoted } from "./by-hand";
import { createCalls } from "./calls";
import { createClock } from "./clock";
import { conduct } from "./conduct";
import { endingText } from "./ending";
import { finish, rehearse, reportLimit, type Supervised } from "./finish";
import { prepareGate } from "./gate";
import { createKeys } from "./keys";
import { secondsText, timeFor } from "./limit";
import { catchSignals, endBefore } from "./signals";
import { wordsOf } from "./words";

/** Catches signals from now on, and returns the way that runs a command and lets its end make a call. */
export function supervision(command: UserCommand, io: Io): (ready: Ready) => Promise<number> {
  const signals = catchSignals(io.env);
  return async (ready) => {
    const { outcome, name } = ready.operation;
    if (!outcome) throw new Error(`${name} takes no command`);
    outliveStrayErrors(io);
    await loadBundles(ready.credentials);
    const keys = createKeys({ first: ready.credentials, renew: ready.renew });
    const calls = await createCalls(wordsOf(outcome), ready, { keys, io });
    return runSupervised({ command, outcome, ready, calls, keys, signals, io, note: noteTo(io) });
  };
}

/**
 * Does what comes before the command, runs it, makes the call that its end asks for, and returns the exit code. The
 * call is sent as soon as the outcome is certain, while the command may still be using its grace time. Throws a Failure
 * if the call could not be made; before the command is started, if that shows so early.
 */
async function runSupervised(run: Supervised): Promise<number> {
  const { ready, signals, note, command } = run;
  await rehearse(run, ready.params);
  const before = await beforeCommand(run);
  if (before === "stopped") return endBefore(signals.end ?? "SIGTERM", command.words[0], note);
  if (before.kind === "prepared") return runAndReport(run, before);
  note(`${before.reason}; the command was not started`);
  return 0;
}

/** Does what comes before the command, as the operation declares it. A signal that comes during a wait ends it. */
async function beforeCommand(run: Supervised): Promise<Before | "stopped"> {
  const { outcome, ready, signals, io } = run;
  const { before } = outcome;
  const { params } = ready;
  if (!before) return { kind: "prepared", params, facts: {}, deadline: undefined, meanwhile: undefined };
  const signal = signals.stop;
  const surroundings: Surroundings = { ...run, params, clock: createClock(io), signal };
  try {
    return await (before.kind === "gate" ? prepareGate(before, surroundings) : prepareAction(before, surroundings));
  } catch (problem) {
    if (signal.aborted) return "stopped";
    throw problem;
  }
}

async function runAndReport(run: Supervised, prepared: Prepared): Promise<number> {
  const { command, io, note } = run;
  const timeout = timeFor(command, { deadline: prepared.deadline, reserve: reportLimit / 1000 });
  warnOfKeys(run, timeout);
  if (!run.signals.end) note(`running ${quoted(command.words[0])}, ${secondsText(timeout)}`);
  const meanwhile = prepared.meanwhile?.();
  const env = { ...io.env, ...ownVariables(run, prepared) };
  const overtaken = meanwhile?.overtaken;
  const { words, grace } = command;
  const { ending, aftermath } = conduct({ words, grace, timeout, env, ...(overtaken && { overtaken }) }, run.signals);
  const ended = await ending;
  meanwhile?.stop();
  const end = await finish(run, prepared, ended);
  const why = endingText(ended, await aftermath, words[0]);
  return end(why);
}

/** The variables that the command has in addition to the tool's own. */
function ownVariables({ outcome }: Supervised, { params, facts }: Prepared): Record<string, string> {
  const entries = Object.entries(outcome.environment).flatMap(([name, from]) => {
    const value = facts[from] ?? params[from];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Warns if the keys end before the command may end. */
function warnOfKeys({ keys: { end }, note, command }: Supervised, timeout: number): void {
  const latest = timeout === 0 ? Infinity : Date.now() + (timeout + command.grace) * 1000 + reportLimit;
  if (!end || end.getTime() > latest) return;
  note(
    `the credentials end at ${end.toISOString()} and cannot be renewed: a command that ends later cannot be reported`,
  );
}

/** Keeps an error that nothing awaits (from a stray socket, for example) from ending the tool before the report. */
function outliveStrayErrors(io: Io): void {
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => {
    io.trace.log(error.stack ?? error.message);
  });
}

/**
 * Loads what a report may need later, because the command may take long, fill the disk, or replace the package. Nothing
 * renews fixed credentials.
 */
async function loadBundles(credentials: Credentials | undefined): Promise<void> {
  const needed = credentials?.isFixed ? /^(failure|transport)-/ : /^(credentials|failure|transport)-/;
  const bundles = readdirSync(__dirname).filter((file) => needed.test(file));
  for (const bundle of bundles.map((file) => `./${file}`)) await import(bundle);
}
