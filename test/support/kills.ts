import { setTimeout as sleep } from "node:timers/promises";
import { runHook, type HookFinished } from "./hook";

/** What came of runs that were each sent a signal at a random time. */
export interface Kills {
  /** Runs in which Node had not yet got so far that the tool could catch a signal. Their command was not started. */
  readonly early: number;
  readonly others: readonly HookFinished[];
}

const signals = ["SIGTERM", "SIGINT", "SIGHUP", "SIGQUIT"] as const;

/** Runs a short command again and again, eight at a time, and ends each run by a signal, until `count` were not too early. */
export async function killAtRandom(count: number, seed: number): Promise<Kills> {
  const random = generator(seed);
  const others: HookFinished[] = [];
  let early = 0;
  const worker = async (): Promise<void> => {
    while (others.length < count) {
      const signal = signals[Math.floor(random() * signals.length)] ?? "SIGTERM";
      const time = random() * 1000;
      const finished = await runHook({
        words: ["sh", "-c", "echo started; sleep 0.3"],
        during: async ({ child }) => {
          await sleep(time);
          child.kill(signal);
        },
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
