/** The length of a text in characters, where a UTF-16 surrogate pair is one. */
export function characters(text: string): number {
  return text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}
