/** By when a hook's work must have ended, and by when all of it must be over, on `now`'s clock. */
export interface Deadline {
  readonly work: number;
  readonly end: number;
}

/** Milliseconds on a clock that nobody sets and that all threads of the process share. */
export function now(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}

/** Milliseconds that are kept for the call after the work: 30 s, or a third of the time where that is less. */
function reserveOf(time: number): number {
  return Math.min(30_000, time / 3);
}

/**
 * The deadline of the next of so many hooks, before the end of the invocation. They are taken one after the other, so each
 * gets its share of the time that is left: one that hangs takes nothing of the others'.
 */
export function nextDeadline(end: number, hooks: number): Deadline {
  const start = now();
  const share = Math.max(0, end - start) / hooks;
  return { work: start + share - reserveOf(share), end: start + share };
}

/** Milliseconds for the call: what is left until the end, less what returning takes, and no more than 30 s. */
export function callTime({ work, end }: Deadline): number {
  const returning = Math.min(1000, (end - work) / 10);
  return Math.min(30_000, Math.max(0, end - now() - returning));
}
