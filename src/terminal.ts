/** Text as a terminal may show it: control characters but for line ends and tabs, C1 included, are written as `\x1b`. */
export function harmless(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/[\p{Cc}]/gu, (control) =>
      /[\n\t]/.test(control) ? control : `\\x${control.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
}
