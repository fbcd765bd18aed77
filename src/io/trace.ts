/** The debug log, and the one place that knows which texts are secret. */
export interface Trace {
  /** Writes a line with the time if debugging is on. One that is costly to make is given as a function. */
  log(line: string | (() => string)): void;
  /** From now on the text is shown as `****` in all that `mask` sees. Undefined and empty texts are ignored. */
  hide(secret: string | undefined): void;
  /** The text with every hidden one replaced, and with the password in any URL and any signature. */
  mask(text: string): string;
  /** Turns the log on: `write` gets each line, masked and ended. */
  enable(write: (line: string) => void): void;
}

/** What is secret by its form: the password in a URL, and a signature, which stands for a request for some minutes. */
const urlPassword = /(:\/\/[^\s/:@"']*:)(?!\*+@)[^\s/"'<>]+@/g;
const signature = /\bSignature=[0-9a-f]{64}\b/g;

/** A trace that logs nothing until it is enabled. */
export function createTrace(): Trace {
  const secrets = new Set<string>();
  let forms: readonly string[] | undefined;
  let pattern: RegExp | undefined;
  let sink: ((line: string) => void) | undefined;
  const mask = (text: string): string => {
    forms ??= [...new Set([...secrets].flatMap(formsOf))];
    pattern ??= patternOf(forms.filter((form) => !isLong(form)));
    let masked = text;
    for (const form of forms) if (isLong(form)) masked = masked.replaceAll(form, "****");
    // the first use of an expression takes longer than all else here
    if (forms.length > 0) masked = masked.replace(pattern, "****");
    if (masked.includes("://")) masked = masked.replace(urlPassword, "$1****@");
    if (masked.includes("Signature=")) masked = masked.replace(signature, "Signature=****");
    return masked;
  };
  return {
    log: (line) => sink?.(`${new Date().toISOString()} ${mask(typeof line === "string" ? line : line())}\n`),
    hide: (secret) => {
      if (!secret) return;
      secrets.add(secret);
      forms = undefined;
      pattern = undefined;
    },
    mask,
    enable: (write) => {
      sink = write;
    },
  };
}

/** A secret as it may be met: as it is, percent-encoded in either case, decoded, within JSON. */
function formsOf(secret: string): readonly string[] {
  const forms = [secret, JSON.stringify(secret).slice(1, -1)];
  try {
    forms.push(decodeURIComponent(secret));
    const encoded = encodeURIComponent(secret);
    const thorough = encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    forms.push(encoded, thorough, ...[encoded, thorough].map(lowerCaseHex));
  } catch {
    return forms;
  }
  return forms;
}

const lowerCaseHex = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

/** Too long to be part of one expression with all others. */
const isLong = (secret: string): boolean => secret.length > 10_000;

/**
 * Finds every secret, the longest first, so that no rest of one is left. A short one hides only where it stands alone,
 * not within words.
 */
function patternOf(secrets: readonly string[]): RegExp {
  if (secrets.length === 0) return /(?!)/;
  const parts = secrets
    .toSorted((a, b) => b.length - a.length)
    .map((secret) => {
      const exact = secret.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
      return secret.length < 8 ? `(?<![A-Za-z0-9])${exact}(?![A-Za-z0-9])` : exact;
    });
  return new RegExp(parts.join("|"), "g");
}
