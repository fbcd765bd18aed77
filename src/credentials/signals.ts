const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Until the returned function is called, a signal that would end the process first runs `before`, which restores what
 * it must. The process then ends by that signal. If somebody else listens to the signal, it does not end the process.
 */
export function beforeSignalsEnd(before: (signal: NodeJS.Signals) => void): () => void {
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      if (process.listenerCount(signal) > 1) return;
      stop();
      before(signal);
      process.kill(process.pid, signal);
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  const stop = (): void => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
  return stop;
}
