import type { Turn } from "../operations/outcome";
import type { Clock } from "./clock";
import type { Metadata } from "./metadata";

/** The means of waiting for a turn. */
export interface TurnSurroundings {
  readonly metadata: Metadata;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The instance's state as the service tells it; undefined if it does not tell it now. */
  readonly state: () => Promise<string | undefined>;
  readonly log: (text: string) => void;
}

/** The end of a wait for a turn: the turn has come, an interruption was announced, or the turn has already passed. */
export type TurnEnd = "come" | "notice" | "over";

/** Waits until an instance's turn has come, as its metadata says. If metadata fails for a while, the wait goes on. */
export async function waitForTurn(turn: Turn, when: string, surroundings: TurnSurroundings): Promise<TurnEnd> {
  const [base = "", ...added] = when.split(",");
  const { metadata, clock, signal, state, log } = surroundings;
  for (;;) {
    signal.throwIfAborted();
    try {
      const target = (await metadata.get(turn.metadata, signal)) ?? "";
      if (turn.targets[base]?.includes(target)) {
        const over = turn.over[base];
        const now = over && (await state());
        if (!over || now !== undefined) return over?.includes(now ?? "") ? "over" : "come";
      }
      const isNoticed =
        added.includes(turn.notice.word) && (await metadata.get(turn.notice.metadata, signal)) !== undefined;
      if (isNoticed) return "notice";
    } catch (problem) {
      if (signal.aborted) throw signal.reason;
      if (isFinal(problem)) throw problem;
      log(`waiting for the turn: ${String(problem)}`);
    }
    await clock.pause(turn.every, { signal });
  }
}

/** Whether a problem is a service's refusal; a problem with metadata never is. */
function isFinal(problem: unknown): boolean {
  return (problem as Error).name === "Failure";
}
