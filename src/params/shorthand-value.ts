import type { Value } from "../types";
import { parseShorthand } from "./shorthand";
import { fitShape } from "./shorthand-shape";
import type { GivenValue } from "./typed-value";

/**
 * The value of an option in shorthand syntax: one text, or the words of a list. Throws a Failure for a text that cannot
 * be read.
 */
export async function shorthandValue(
  { option, shape, load }: GivenValue,
  given: string | readonly string[],
): Promise<Value> {
  if (typeof given === "string") {
    const members = await parseShorthand({ option, text: given, load });
    return shape.kind === "list" ? members : fitShape(option, shape, members);
  }
  const items = [];
  for (const text of given) items.push(await parseShorthand({ option, text, load }));
  return fitShape(option, shape, items);
}
