// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const driving = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text in which no character drives a terminal: control characters but tab and line end, and those that turn the
 * direction of writing, are shown as their codes. A Windows line end is one like any other.
 */
export function harmless(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(driving, (character) => {
    const code = character.charCodeAt(0).toString(16);
    return code.length > 2 ? `\\u${code.padStart(4, "0")}` : `\\x${code.padStart(2, "0")}`;
  });
}

/** The same of JSON text, which stays JSON. */
export function harmlessJson(text: string): string {
  return text.replace(driving, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
