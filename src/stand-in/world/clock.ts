/** A clock that runs at a given speed. Times in milliseconds since 1970, spans in seconds of the clock. */
export interface Clock {
  readonly now: () => number;
  /** Acts once, after these seconds; returns the function that cancels it. */
  readonly after: (seconds: number, act: () => void) => () => void;
  /** Cancels everything. */
  readonly stop: () => void;
}

/** The longest time that a timer of Node's holds, in milliseconds. */
const longestTimer = 2_147_483_647;

/** Something that will happen, and its time. */
interface Event {
  readonly due: number;
  readonly act: () => void;
}

/** A clock that starts at the machine's time and runs `speed` times as fast. Its timers keep no process alive. */
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
