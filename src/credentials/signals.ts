const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Until the function it gives is called, a signal that would end the process first lets `before` put things in order.
 * The process then ends by that signal, unless somebody else listens to it.
 */
export function beforeSignalsEnd(before: (signal: NodeJS.Signals) => void): () => void {
  const listeners = signals.map((signal) => {
    const listener = (): void => {
      stop();
      before(signal);
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  const stop = (): void => {
    for (const [signal, listener] of listeners) process.off(signal, listener);
  };
  return stop;
}
