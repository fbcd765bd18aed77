import type { Clock } from "../../src/stand-in/world/clock";

/** A clock that stands still until it is moved on. */
export interface ManualClock extends Clock {
  /** Lets so many seconds pass, and everything that is due in them happen in its order. */
  readonly pass: (seconds: number) => void;
}

/** Starts at 2026-01-01. */
export function manualClock(): ManualClock {
  let now = Date.parse("2026-01-01T00:00:00Z");
  let waiting: { readonly due: number; readonly act: () => void }[] = [];
  return {
    now: () => now,
    after: (seconds, act) => {
      const entry = { due: now + seconds * 1000, act };
      waiting.push(entry);
      return () => {
        waiting = waiting.filter((other) => other !== entry);
      };
    },
    stop: () => {
      waiting = [];
    },
    pass: (seconds) => {
      const end = now + seconds * 1000;
      for (;;) {
        const [next] = waiting.filter(({ due }) => due <= end).sort((a, b) => a.due - b.due);
        if (!next) break;
        waiting = waiting.filter((other) => other !== next);
        now = Math.max(now, next.due);
        next.act();
      }
      now = end;
    },
  };
}
