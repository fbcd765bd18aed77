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

/** What is to happen, and when. */
interface Event {
  readonly due: number;
  readonly act: () => void;
}

/** A clock that starts at the time of the machine and runs `speed` times as fast. Its timers keep no process alive. */
export function createClock(speed = 1): Clock {
  const start = Date.now();
  const began = performance.now();
  const now = (): number => Math.round(start + (performance.now() - began) * speed);
  const events = new Set<Event>();
  let timer: NodeJS.Timeout | undefined;

  /** Node's timers can come a fraction of a millisecond early, which is a long time to a fast clock, or late and together. */
  const look = (): void => {
    for (let next; (next = first(events)) && next.due <= now();) {
      events.delete(next);
      next.act();
    }
    wait();
  };
  const wait = (): void => {
    clearTimeout(timer);
    const next = first(events);
    if (next)
      timer = setTimeout(look, Math.min(Math.max(0, Math.ceil((next.due - now()) / speed)), longestTimer)).unref();
  };
  return {
    now,
    after: (seconds, act) => {
      const event = { due: now() + seconds * 1000, act };
      events.add(event);
      wait();
      return () => events.delete(event);
    },
    stop: () => {
      events.clear();
      clearTimeout(timer);
    },
  };
}

/** The event that comes first; of those that come at once, the one that was added first. */
function first(events: ReadonlySet<Event>): Event | undefined {
  let found: Event | undefined;
  for (const event of events) if (!found || event.due < found.due) found = event;
  return found;
}
