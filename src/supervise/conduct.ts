import { setTimeout as sleep } from "node:timers/promises";
import { startGroup, type CommandEnd, type ProcessGroup } from "./process-group";
import { sameRequest, type CaughtSignals } from "./signals";

/** The event that decided a run: the command's own end, the end of its time (in seconds), or a signal to the tool. */
export type Ending =
  | CommandEnd
  | { readonly kind: "timed-out"; readonly limit: number }
  | { readonly kind: "interrupted"; readonly signal: NodeJS.Signals }
  /** The thing that the command was run for has ended meanwhile, as the sentence says. */
  | { readonly kind: "overtaken"; readonly sentence: string };

/** A command to run. Times in seconds; 0 is no limit. */
export interface Run {
  readonly words: readonly [string, ...string[]];
  readonly timeout: number;
  readonly grace: number;
  readonly env: NodeJS.ProcessEnv;
  /** An open file that replaces the tool's standard input. */
  readonly stdin?: number;
  /** Settles, with a sentence, when the command need not go on. */
  readonly overtaken?: Promise<string>;
}

/** The end of a run, after its group was ended. */
export interface Aftermath {
  /** Milliseconds that the command ran, by a clock that nobody sets; undefined if it never started. */
  readonly ran: number | undefined;
  /** Whether processes of the group are left that could not be ended: another user's, or stuck in the kernel. */
  readonly isLeft: boolean;
}

/** A command under way. */
export interface Conduct {
  /** Settles as soon as it is certain what will be reported, whatever the command still does in its grace time. */
  readonly ending: Promise<Ending>;
  /** Settles when no process of the group is left that can be ended. */
  readonly aftermath: Promise<Aftermath>;
}

/** The time that killed processes may take to be gone, in milliseconds. */
const killTime = 2000;

/**
 * Runs a command until its verdict is certain, then ends what is left of its group: by SIGTERM (or the signal that came),
 * and by SIGKILL after the grace time. A signal that came before the start keeps the command from being started.
 */
export function conduct({ words, timeout, grace, env, stdin, overtaken }: Run, signals: CaughtSignals): Conduct {
  if (signals.end) return keptFrom(signals.end, signals);
  const start = performance.now();
  const group = startGroup(words, env, stdin);
  const requests = passOn(signals, group);
  const timeUp = after(timeout || Infinity).then((): Ending => ({ kind: "timed-out", limit: timeout }));
  const pointless = overtaken?.then((sentence): Ending => ({ kind: "overtaken", sentence }));
  const ending = Promise.race([group.ended, requests.first, timeUp, ...(pointless ? [pointless] : [])]);
  let end: number | undefined;
  void group.ended.then(() => (end = performance.now()));

  const windUp = async (decided: Ending): Promise<Aftermath> => {
    requests.expectImpatience();
    await endGroup(group, decided, Promise.race([after(grace), requests.again]));
    const ran = decided.kind === "not-started" ? undefined : (end ?? performance.now()) - start;
    return { ran, isLeft: group.isAlive() };
  };
  return { ending, aftermath: ending.then(windUp) };
}

/** A run whose command is not started. Further signals change nothing. */
function keptFrom(signal: NodeJS.Signals, signals: CaughtSignals): Conduct {
  signals.listen(() => undefined);
  return {
    ending: Promise.resolve({ kind: "interrupted", signal }),
    aftermath: Promise.resolve({ ran: undefined, isLeft: false }),
  };
}

/** The requests that signals to the tool make. */
interface Requests {
  /** The signal that asked the run to end. */
  readonly first: Promise<Ending>;
  /** Settles when another signal asks for the end while the group is being ended. */
  readonly again: Promise<void>;
  /** Says that the group is being ended from now on, whatever decided it. */
  expectImpatience(): void;
}

/** Passes the signals to the tool on to the group, except repetitions and signs of impatience. */
function passOn(signals: CaughtSignals, group: ProcessGroup): Requests {
  let since: number | undefined;
  let interrupt!: (ending: Ending) => void;
  let hurry!: () => void;
  const first = new Promise<Ending>((resolve) => (interrupt = resolve));
  const again = new Promise<void>((resolve) => (hurry = resolve));
  const passed = new Set<NodeJS.Signals>();
  signals.listen(({ name, ends }) => {
    if (!ends) {
      group.signal(name);
      return;
    }
    since ??= performance.now();
    if (performance.now() - since > sameRequest) {
      hurry();
    } else if (!passed.has(name)) {
      passed.add(name);
      group.signal(name);
      interrupt({ kind: "interrupted", signal: name });
    }
  });
  return { first, again, expectImpatience: () => (since ??= -Infinity) };
}

/**
 * Ends what is left of a group. SIGCONT lets a stopped process hear of its end. Processes that the command left are
 * sent SIGTERM, because the background jobs of a shell do not hear SIGINT.
 */
async function endGroup(group: ProcessGroup, decided: Ending, graceOver: Promise<void>): Promise<void> {
  if (decided.kind === "timed-out" || decided.kind === "overtaken") group.signal("SIGTERM");
  if (group.isAlive()) group.signal("SIGCONT");
  await Promise.race([group.ended, graceOver]);
  if (!group.isAlive()) return;
  group.signal("SIGTERM");
  group.signal("SIGCONT");
  await goneOr(graceOver, group);
  if (!group.isAlive()) return;
  group.signal("SIGKILL");
  await goneOr(after(killTime / 1000), group);
}

/** Waits until nothing of the group is left, or for the limit. Looks less and less often. */
async function goneOr(limit: Promise<void>, group: ProcessGroup): Promise<void> {
  const time = { isUp: false };
  const up = limit.then(() => (time.isUp = true));
  for (let pause = 5; !time.isUp && group.isAlive(); pause = Math.min(2 * pause, 200)) {
    await Promise.race([sleep(pause), up]);
  }
}

/** Waits without keeping the process alive; a time longer than Node's timers hold (24 days) never ends. */
async function after(seconds: number): Promise<void> {
  await (seconds * 1000 < 2 ** 31 ? sleep(seconds * 1000, undefined, { ref: false }) : new Promise(() => undefined));
}
