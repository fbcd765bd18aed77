/** The times by which a hook's work must have ended and by which everything must be over, on `now`'s clock. */
export interface Deadline {
  readonly work: number;
  readonly end: number;
}

/** The time in milliseconds, on a clock that nobody sets and that all threads of the process share. */
export function now(): number {
  return Number(process.hrtime.bigint() / 1000n) / 1000;
}

/** The milliseconds that are kept for the call after the work: 30 s, or a third of the time if that is less. */
function reserveOf(time: number): number {
  return Math.min(30_000, time / 3);
}

/**
 * The deadline of the next of several hooks, before the end of the invocation. The hooks are done one after the other,
 * so each gets its share of the time that is left: one that hangs takes nothing from the others.
 */
export function nextDeadline(end: number, hooks: number): Deadline {
  const start = now();
  const share = Math.max(0, end - start) / hooks;
  return { work: start + share - reserveOf(share), end: start + share };
}

/**
 * The milliseconds for the call: the time that is left until the end, less the time for returning, and no more than 30
 * s.
 */
export function callTime({ work, end }: Deadline): number {
  const returning = Math.min(1000, (end - work) / 10);
  return Math.min(30_000, Math.max(0, end - now() - returning));
}
