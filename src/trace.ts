/** The debug log, and the one place that knows which texts are secret. */
export interface Trace {
  /** Writes a line with the time if debugging is on. */
  log(line: string): void;
  /** From now on the text is shown as `****` in all that `mask` sees. Undefined and empty texts are ignored. */
  hide(secret: string | undefined): void;
  /** The text with every hidden one replaced. */
  mask(text: string): string;
  /** Turns the log on: `write` gets each line, masked and ended. */
  enable(write: (line: string) => void): void;
}

/** A trace that logs nothing until it is enabled. */
export function createTrace(): Trace {
  const secrets = new Set<string>();
  let sink: ((line: string) => void) | undefined;
  const mask = (text: string): string => {
    let masked = text;
    for (const secret of secrets) masked = masked.replaceAll(secret, "****");
    return masked;
  };
  return {
    log: (line) => sink?.(`${new Date().toISOString()} ${mask(line)}\n`),
    hide: (secret) => {
      if (secret) secrets.add(secret);
    },
    mask,
    enable: (write) => {
      sink = write;
    },
  };
}
