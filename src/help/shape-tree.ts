import type { ListShape, Shape } from "../operations/shape";

/** A line of a tree: its depth and its text. */
export interface TreeLine {
  readonly depth: number;
  readonly text: string;
}

/** The members within a value, with their kinds and allowed values; an empty list for a value that holds no others. */
export function treeOf(shape: Shape, depth = 0): readonly TreeLine[] {
  switch (shape.kind) {
    case "structure":
      return Object.entries(shape.members).flatMap(([name, member]) => [
        { depth, text: `${name} (${kindOf(member)})${valuesOf(member)}` },
        ...treeOf(member, depth + 1),
      ]);
    case "list":
      return treeOf(shape.of, depth);
    case "map":
      return treeOf(shape.value, depth);
    default:
      return [];
  }
}

/** The kind of a value and of the values in it: `list of strings`. */
function kindOf(shape: Shape): string {
  if (shape.kind === "list") return `list of ${pluralOf(shape.of)}`;
  return shape.kind === "map" ? `map to ${pluralOf(shape.value)}` : shape.kind;
}

function pluralOf(shape: Shape): string {
  return shape.kind === "list" ? `lists of ${pluralOf(shape.of)}` : `${kindOf(shape)}s`;
}

/** The allowed values of a text, or of the texts or names in a list or map. */
function valuesOf(shape: Shape): string {
  const values = allowedIn(shape);
  return values ? `: ${values.join(", ")}` : "";
}

/** The allowed values of a text, of each text of a list, or of each name of a map. */
export function allowedIn(shape: Shape): readonly string[] | undefined {
  const single = shape.kind === "list" ? innermost(shape) : shape.kind === "map" ? shape.key : shape;
  return single.kind === "string" ? single.values : undefined;
}

function innermost({ of }: ListShape): Shape {
  return of.kind === "list" ? innermost(of) : of;
}
