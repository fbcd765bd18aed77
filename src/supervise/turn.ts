import { isFailure } from "../failure/failure";
import type { Turn } from "../operations/outcome";
import { notStarted } from "./before";
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
  /** Writes a line for the user. */
  readonly note: (text: string) => void;
}

/** How many failures of metadata in a row are worth a line. */
const failuresNoted = 3;

/** How a wait for a turn ended: it has come, an interruption was announced, or it has passed already. */
export type TurnEnd = "come" | "notice" | "over";

/**
 * Waits until it is an instance's turn, as its metadata says. Metadata that fails is not the end, and is noted once it has
 * failed a few times in a row. Throws a Failure where the turn will never come.
 */
export async function waitForTurn(turn: Turn, when: string, surroundings: TurnSurroundings): Promise<TurnEnd> {
  const [base = ""] = when.split(",");
  const { metadata, clock, signal, state, log, note } = surroundings;
  let failures = 0;
  let aside: string | undefined;
  for (;;) {
    signal.throwIfAborted();
    try {
      if (await isNoticed(turn, when, surroundings)) return "notice";
      const target = (await metadata.get(turn.metadata, signal)) ?? "";
      failures = 0;
      if (turn.never[base]?.includes(target))
        throw notStarted(`--cli-command-when ${base} waits in vain: ${stateText(target)}.`);
      if (turn.aside[base]?.includes(target) && target !== aside) note(`${stateText(target)}; waiting goes on`);
      aside = target;
      if (turn.targets[base]?.includes(target)) {
        const over = turn.over[base];
        const now = over && (await state());
        if (!over || now !== undefined) return over?.includes(now ?? "") ? "over" : "come";
      }
    } catch (problem) {
      if (signal.aborted) throw signal.reason;
      if (isFailure(problem)) throw problem;
      log(`waiting for the turn: ${String(problem)}`);
      if (++failures === failuresNoted)
        note(`instance metadata fails (${(problem as Error).message}); waiting goes on`);
    }
    await clock.pause(turn.every, { signal });
  }
}

function stateText(target: string): string {
  return `the instance's target lifecycle state is ${target}`;
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
