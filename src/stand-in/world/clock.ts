/** A time that runs as fast as it is told to. Times in milliseconds since 1970, spans in seconds of the clock. */
export interface Clock {
  readonly now: () => number;
  /** Acts once, later; gives what calls it off. */
  readonly after: (seconds: number, act: () => void) => () => void;
  /** Calls everything off. */
  readonly stop: () => void;
}

/** What a timer of Node's can hold, in milliseconds. */
const longestTimer = 2_147_483_647;

/** A clock that starts at the time of the machine and runs `speed` times as fast. Its timers keep no process alive. */
export function createClock(speed = 1): Clock {
  const start = Date.now();
  const [began, timers] = [performance.now(), new Set<NodeJS.Timeout>()];
  const now = (): number => Math.round(start + (performance.now() - began) * speed);

  function after(seconds: number, act: () => void): () => void {
    const due = now() + seconds * 1000;
    let timer: NodeJS.Timeout | undefined;
    const wait = (): void => {
      const left = Math.max(0, (due - now()) / speed);
      const current = setTimeout(look, Math.min(Math.ceil(left), longestTimer)).unref();
      if (timer) timers.delete(timer);
      timers.add((timer = current));
    };
    const callOff = (): void => {
      if (!timer) return;
      clearTimeout(timer);
      timers.delete(timer);
    };
    /** A timer of Node's can come a fraction of a millisecond early, which is a long time to a fast clock. */
    const look = (): void => {
      if (now() < due) {
        wait();
        return;
      }
      callOff();
      act();
    };
    wait();
    return callOff;
  }

  return {
    now,
    after,
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
