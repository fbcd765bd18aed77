/** The reason why a value cannot be a key, token or id, or travel in a header; undefined if there is none. */
export function flawOf(value: string): string | undefined {
  if (value === "") return "it is empty";
  if (isPlain(value)) return undefined;
  if (/[\r\n]$/.test(value)) return "it ends with a line end";
  if (/[\r\n]/.test(value)) return "there is a line end in it";
  return /\p{Cc}/u.test(value) ? "there is a control character in it" : undefined;
}

/** Whether Node refuses to send a text in a header. */
export function isNoHeader(value: string): boolean {
  return !isPlain(value) && /[^\t\x20-\x7e\x80-\xff]/.test(value);
}

/**
 * Whether a text is printable ASCII, as nearly all are. This takes no regular expression, whose first use takes long.
 */
function isPlain(value: string): boolean {
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at);
    if (code < 0x20 || code > 0x7e) return false;
  }
  return true;
}
