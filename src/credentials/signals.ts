const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Until the function it gives is called, a signal that would end the process first lets `before` put things in order.
 * The process then ends by that signal. Where somebody else listens to it, it ends nothing, and the work goes on.
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
