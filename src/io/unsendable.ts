/** What no key, token or id has in it, and no header can carry; undefined if a value is free of it. */
export function flawOf(value: string): string | undefined {
  if (value === "") return "it is empty";
  if (/[\r\n]$/.test(value)) return "it ends with a line end";
  if (/[\r\n]/.test(value)) return "there is a line end in it";
  return /\p{Cc}/u.test(value) ? "there is a control character in it" : undefined;
}

/** Whether Node refuses to send a text in a header. */
export function isNoHeader(value: string): boolean {
  return /[^\t\x20-\x7e\x80-\xff]/.test(value);
}
