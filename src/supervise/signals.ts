import os from "node:os";
import type { Io } from "../types";
import { quoted } from "./by-hand";
import { isNpmShell } from "./npm-shell";

/**
 * The signals that end a process that does not handle them. A platform never raises those that it does not have. The
 * list leaves out signals that cannot be handled (SIGKILL, SIGSTOP, real-time signals in Node) or that are a fault of
 * the process itself (SIGSEGV).
 */
const ending: readonly NodeJS.Signals[] = [
  "SIGHUP",
  "SIGINT",
  "SIGQUIT",
  "SIGTERM",
  "SIGBREAK",
  "SIGABRT",
  "SIGALRM",
  "SIGVTALRM",
  "SIGPROF",
  "SIGXCPU",
  "SIGIO",
  "SIGPWR",
  "SIGSTKFLT",
];

/** The signals whose meaning the command decides. */
const passedOn: readonly NodeJS.Signals[] = ["SIGUSR1", "SIGUSR2", "SIGWINCH"];

/** A signal to the tool. */
interface CaughtSignal {
  readonly name: NodeJS.Signals;
  /** Whether it asks the run to end, or is only passed on to the command. */
  readonly ends: boolean;
}

/** The signals to the tool, from the moment they were first caught. */
export interface CaughtSignals {
  /** The first that asked the run to end, if one has come. */
  readonly end: NodeJS.Signals | undefined;
  /** Is aborted as soon as such a signal has come. */
  readonly stop: AbortSignal;
  /** Sends each signal from now on to the listener. */
  listen(listener: (signal: CaughtSignal) => void): void;
}

/** Says that a signal came before the command could be started. Returns the exit code. */
export function endBefore(signal: NodeJS.Signals, command: string, note: (text: string) => void): number {
  note(`${signal} came before ${quoted(command)} could be started: nothing was sent`);
  return 128 + os.constants.signals[signal];
}

/**
 * The time in which requests to end count as one, in milliseconds: npm passes on a Ctrl-C that has already come, and
 * systemd sends SIGHUP after SIGTERM.
 */
export const sameRequest = 1000;

/** The time, in milliseconds, to find out what a report needs, once a signal has come. */
const patience = 30_000;

/**
 * The interval at which npm's shell is looked at, in milliseconds. npm as PID 1 is gone half a second after the shell.
 */
const parentCheck = 100;

/**
 * Catches the signals to the tool. Until someone listens, the first signal that asks the run to end is only kept, so
 * that there is time to find out what a report needs; a later one, or the end of that time, ends the process. Each
 * signal is handled by name, because PID 1 of a container is sent only those that it handles. `npm exec` passes a
 * signal on to the shell that it starts the tool with; the shell dies of it and passes nothing on, so the parent's
 * death is taken for SIGTERM there.
 */
export function catchSignals(env: Io["env"]): CaughtSignals {
  let end: NodeJS.Signals | undefined;
  let since: number | undefined;
  const controller = new AbortController();
  let listener: ((signal: CaughtSignal) => void) | undefined;
  const come = (name: NodeJS.Signals, ends: boolean): void => {
    if (ends) controller.abort(new Error(name));
    if (listener) listener({ name, ends });
    else if (ends) keep(name);
  };
  const keep = (name: NodeJS.Signals): void => {
    end ??= name;
    since ??= performance.now();
    const leave = (): void => {
      if (!listener) process.exit(128 + os.constants.signals[name]);
    };
    if (performance.now() - since > sameRequest) leave();
    else setTimeout(leave, patience).unref();
  };
  for (const name of [...ending, ...passedOn])
    process.removeAllListeners(name).on(name, () => {
      come(name, ending.includes(name));
    });
  if (isNpmShell(env))
    onParentDeath(() => {
      come("SIGTERM", true);
    });
  return {
    get end() {
      return end;
    },
    stop: controller.signal,
    listen: (next) => {
      listener = next;
    },
  };
}

function onParentDeath(act: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, parentCheck).unref();
}
