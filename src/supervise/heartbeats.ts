import { inWords } from "../failure/in-words";
import type { Action } from "../operations/outcome";
import type { Params } from "../types";
import type { Meanwhile, Surroundings } from "./before";
import { isKnown } from "./problem";

/** The pauses in seconds after a heartbeat that failed: each is twice the one before. */
const pauses = { first: 0.5, longest: 10 };

/** Keeps an action alive once. Throws a Failure. */
export async function beat(
  { heartbeat }: Action,
  params: Params,
  { calls, signal }: Pick<Surroundings, "calls"> & { readonly signal?: AbortSignal },
): Promise<void> {
  const input = Object.fromEntries(
    heartbeat.takes.flatMap((member) => (member in params ? [[member, params[member]]] : [])),
  );
  await calls.call(heartbeat.operation, input as Params, signal);
}

/** The input of heartbeats, and the seconds between two. */
interface Rhythm {
  readonly params: Params;
  readonly interval: number;
}

/**
 * Keeps an action alive until it is stopped. A heartbeat that fails is tried again and never ends the command. If the
 * action is gone, this notes it once and sends no more heartbeats.
 */
export function startHeartbeats(action: Action, { params, interval }: Rhythm, surroundings: Surroundings): Meanwhile {
  const controller = new AbortController();
  const { signal } = controller;
  const { clock, note, io, command, calls } = surroundings;
  const beats = async (): Promise<void> => {
    let pause = pauses.first;
    let next = interval;
    for (;;) {
      await clock.pause(next, { spread: 0.1, signal });
      try {
        await beat(action, params, { calls, signal });
        next = interval;
        pause = pauses.first;
      } catch (problem) {
        if (signal.aborted) return;
        const { text } = await inWords(problem);
        if (isKnown(problem, [action.heartbeat.inactive])) {
          note(`the action is over (${text}); ${command.words[0]} runs on`);
          return;
        }
        io.trace.log(`a heartbeat failed: ${text}`);
        next = Math.min(pause, interval);
        pause = Math.min(2 * pause, pauses.longest);
      }
    }
  };
  beats().catch(() => undefined);
  return {
    overtaken: new Promise(() => undefined),
    stop: () => {
      controller.abort();
    },
  };
}
