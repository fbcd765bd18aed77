/** Errors that would end the process while a hook's function runs, before the hook is answered. */
export interface Strays {
  /** Settles with the first of them, on one line. */
  readonly first: Promise<string>;
  /** Returns the events to the listeners that handled them before. */
  release(): void;
}

const events = ["uncaughtException", "unhandledRejection"] as const;

type Listener = (...values: unknown[]) => void;

/** Those who wait for a stray error; Lambda's managed instances run several functions at once. */
const waiting = new Set<(what: string) => void>();
let giveBack: (() => void) | undefined;

/** Catches errors that nothing awaits, and `process.exit`, until it is released. */
export function catchStrays(): Strays {
  giveBack ??= take();
  let settle!: (what: string) => void;
  const first = new Promise<string>((resolve) => (settle = resolve));
  waiting.add(settle);
  return {
    first,
    release: () => {
      waiting.delete(settle);
      if (waiting.size > 0) return;
      giveBack?.();
      giveBack = undefined;
    },
  };
}

/**
 * Takes the events from the listeners of Lambda's runtime, which would end the process; returns the function that gives
 * them back.
 */
function take(): () => void {
  const emitter = process as NodeJS.EventEmitter;
  const kept = events.map((event) => [event, emitter.listeners(event) as Listener[]] as const);
  for (const event of events) {
    emitter.removeAllListeners(event).on(event, (error: unknown) => {
      tell(`the function left an error that it did not catch: ${String(error)}`);
    });
  }
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    tell(`the function called process.exit(${code ?? ""})`);
    throw new Error("a hook's function must not end the process: return for success, throw for failure");
  };
  return () => {
    process.exit = exit;
    for (const [event, listeners] of kept) {
      emitter.removeAllListeners(event);
      for (const listener of listeners) emitter.on(event, listener);
    }
  };
}

function tell(what: string): void {
  for (const settle of waiting) settle(what);
}
