/** The debug log, and the one place that knows which texts are secret. */
export interface Trace {
  /** Writes a line with the time if debugging is on. A line that is costly to make is passed as a function. */
  log(line: string | (() => string)): void;
  /** From now on the text is shown as `****` in all that `mask` sees. Undefined and empty texts are ignored. */
  hide(secret: string | undefined): void;
  /**
   * The text with every hidden one replaced, any part of one from 16 characters on, the user in any URL, and any
   * signature. Mask a text before you cut it: a shorter part is not recognised.
   */
  mask(text: string): string;
  /** Turns the log on: `write` gets each line, masked and ended. */
  enable(write: (line: string) => void): void;
}

/** The length from which a part of a secret is itself secret, in characters. */
const partLength = 16;

/** A trace that logs nothing until it is enabled. */
export function createTrace(): Trace {
  const secrets = new Set<string>();
  let hidden: ((text: string) => string) | undefined;
  let sink: ((line: string) => void) | undefined;
  const mask = (text: string): string => {
    hidden ??= maskOf(secrets);
    const masked = maskUsers(hidden(text));
    return masked.includes("Signature=") ? masked.replace(/\bSignature=[0-9a-f]{64}\b/g, "Signature=****") : masked;
  };
  return {
    log: (line) => sink?.(`${new Date().toISOString()} ${mask(typeof line === "string" ? line : line())}\n`),
    hide: (secret) => {
      if (typeof secret !== "string" || secret === "" || secrets.has(secret)) return;
      secrets.add(secret);
      hidden = undefined;
    },
    mask,
    enable: (write) => {
      sink = write;
    },
  };
}

/**
 * Masks the users of URLs that nobody has hidden, in texts from elsewhere: up to the last `@` before a slash, a quote
 * or a blank.
 */
function maskUsers(text: string): string {
  if (!text.includes("://")) return text;
  return text.replace(
    /:\/\/(?:([^\s/?#"'<>]+)|[^\s/:@"'<>[]+:(?!\d*(?:[/?#\s"'<>]|$))[^\s"'<>]*)@/g,
    (_, user?: string) => (user?.includes(":") === false ? "://***@" : "://***:***@"),
  );
}

/** The function that replaces all secrets at once. */
function maskOf(secrets: ReadonlySet<string>): (text: string) => string {
  if (secrets.size === 0) return (text) => text;
  const forms = [...new Set([...secrets].flatMap(formsOf))];
  const parts = new Set<string>();
  for (const form of forms) {
    for (let at = 0; at + partLength <= form.length; at++) parts.add(form.slice(at, at + partLength));
  }
  const short = patternOf(forms.filter(({ length }) => length > 0 && length < partLength));
  return (text) => maskParts(text, parts).replace(short, "****");
}

/** Replaces each run of text that consists of nothing but parts of secrets. */
function maskParts(text: string, parts: ReadonlySet<string>): string {
  let masked = "";
  let shown = 0;
  for (let at = 0; at + partLength <= text.length; at++) {
    if (!parts.has(text.slice(at, at + partLength))) continue;
    if (at >= shown) masked += `${text.slice(shown, at)}****`;
    shown = at + partLength;
  }
  return masked + text.slice(shown);
}

/**
 * The forms in which a secret may be met: unchanged, without the blanks around it, percent-encoded in either case,
 * decoded, within JSON, within XML.
 */
function formsOf(secret: string): readonly string[] {
  const forms = [secret, secret.trim()].flatMap((text) => [text, JSON.stringify(text).slice(1, -1), inXml(text)]);
  try {
    forms.push(decodeURIComponent(secret));
  } catch {
    // A percent sign that encodes nothing.
  }
  try {
    const encoded = encodeURIComponent(secret);
    const thorough = encoded.replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    forms.push(encoded, thorough, ...[encoded, thorough].map(lowerCaseHex));
  } catch {
    // Half a surrogate pair, which has no encoding.
  }
  return forms;
}

const lowerCaseHex = (text: string) => text.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const inXml = (text: string) => text.replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);

/**
 * The pattern that finds every short secret, the longest first, so that no rest of one is left. The shortest match only
 * where they stand alone, not within words.
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
