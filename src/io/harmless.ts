// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const driving = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text that cannot control a terminal: control characters other than tab and line end, and those that change the
 * direction of writing, are shown as their codes. A Windows line end counts as a line end.
 */
export function harmless(text: string): string {
  if (isPlain(text)) return text;
  return text.replaceAll("\r\n", "\n").replace(driving, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
}

/** Whether a text is nothing but ASCII, tabs and line ends. A look at each character costs less than a pattern's first use. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7e || (code < 0x20 && code !== 0x09 && code !== 0x0a)) return false;
  }
  return true;
}

/** JSON text that cannot control a terminal, and is still JSON. */
export function harmlessJson(text: string): string {
  return text.replace(driving, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
