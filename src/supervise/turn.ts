import type { Turn } from "../operations/outcome";
import type { Clock } from "./clock";
import type { Metadata } from "./metadata";

/** What a turn is waited for with. */
export interface TurnSurroundings {
  readonly metadata: Metadata;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** The instance's state as the service has it; undefined where it does not say for now. */
  readonly state: () => Promise<string | undefined>;
  readonly log: (text: string) => void;
}

/** How a wait for a turn ended: it has come, an interruption was announced, or it has passed already. */
export type TurnEnd = "come" | "notice" | "over";

/** Waits until it is an instance's turn, as its metadata says. Metadata that fails for a while is not the end. */
export async function waitForTurn(turn: Turn, when: string, surroundings: TurnSurroundings): Promise<TurnEnd> {
  const [base = ""] = when.split(",");
  const { metadata, clock, signal, state, log } = surroundings;
  for (;;) {
    signal.throwIfAborted();
    try {
      if (await isNoticed(turn, when, surroundings)) return "notice";
      const target = (await metadata.get(turn.metadata, signal)) ?? "";
      if (turn.targets[base]?.includes(target)) {
        const over = turn.over[base];
        const now = over && (await state());
        if (!over || now !== undefined) return over?.includes(now ?? "") ? "over" : "come";
      }
    } catch (problem) {
      if (signal.aborted) throw signal.reason;
      if (isFinal(problem)) throw problem;
      log(`waiting for the turn: ${String(problem)}`);
    }
    await clock.pause(turn.every, { signal });
  }
}

/** What announcements are looked for with. */
interface Announcements {
  readonly metadata: Metadata | undefined;
  readonly signal: AbortSignal;
}

/** Whether an interruption is announced that was asked for. Metadata that does not answer announces nothing. */
export async function isAnnounced(turn: Turn, when: string | undefined, given: Announcements): Promise<boolean> {
  return isNoticed(turn, when, given).catch(() => false);
}

/** The same, and throws where metadata does not answer. */
async function isNoticed({ notice }: Turn, when = "", { metadata, signal }: Announcements): Promise<boolean> {
  if (!metadata || !when.split(",").includes(notice.word)) return false;
  return (await metadata.get(notice.metadata, signal)) !== undefined;
}

/** Whether a problem is a service's refusal; what metadata says is never one. */
function isFinal(problem: unknown): boolean {
  return (problem as Error).name === "Failure";
}
