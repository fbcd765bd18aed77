import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { actionScene } from "./actions";
import { runHook } from "./hook";
import type { Finished } from "./program";
import { runScene } from "./scene";

/** The results of a run that was killed: the calls at its end, and the processes that still run. */
export interface Killed extends Finished {
  readonly reported: readonly string[];
  readonly left: readonly string[];
}

/** The results of runs that were each sent a signal at a random time. */
export interface Kills {
  /** The number of runs in which the signal came before the tool could catch it. Their command was not started. */
  readonly early: number;
  readonly others: readonly Killed[];
}

/** Runs the tool with a command, and takes part in the run. */
export type KilledRun = (during: (run: { readonly child: ChildProcess }) => Promise<void>) => Promise<Killed>;

const signals = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"] as const;
const words = ["sh", "-c", "echo started; sleep 0.3"];

/** A hook's report. */
const reportRun: KilledRun = (during) => runHook({ words, during });

/** The completion of a lifecycle action, under heartbeats. */
export const actionRun: KilledRun = async (during) => {
  const options = ["--cli-command-heartbeat", "5"];
  const argv = ["autoscaling", "complete-lifecycle-action", ...options, "--", ...words];
  const env = { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "50" };
  const finished = await runScene({ argv, env, scene: actionScene(), during });
  const completions = finished.of("CompleteLifecycleAction");
  return { ...finished, reported: completions.map(({ LifecycleActionResult }) => String(LifecycleActionResult)) };
};

/** Runs a short command again and again, eight at a time, and ends each run by a signal, until `count` were not too early. */
export async function killAtRandom(count: number, seed: number, run: KilledRun = reportRun): Promise<Kills> {
  const random = generator(seed);
  const others: Killed[] = [];
  let early = 0;
  const worker = async (): Promise<void> => {
    while (others.length < count) {
      const signal = signals[Math.floor(random() * signals.length)] ?? "SIGTERM";
      const time = random() * 1000;
      const finished = await run(async ({ child }) => {
        await sleep(time);
        child.kill(signal);
      });
      if (finished.signal !== null && finished.stdout === "") early++;
      else others.push(finished);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  return { early, others };
}

/** Pseudo-random numbers from 0 to 1 (a linear congruential generator with the constants of Numerical Recipes). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
