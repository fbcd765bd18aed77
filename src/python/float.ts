/**
 * A number as Python's `float` reads it, except `inf` and `nan`: spaces around it, a sign, single underscores between
 * digits. Undefined for any other text.
 */
export function parseFloatText(text: string): number | undefined {
  const digits = "\\d+(?:_\\d+)*";
  const number = new RegExp(`^\\s*[+-]?(?:${digits}\\.?(?:${digits})?|\\.${digits})(?:[eE][+-]?${digits})?\\s*$`);
  return number.test(text) ? Number(text.replaceAll("_", "")) : undefined;
}
