import type { OperationModel } from "../operations/model";
import type { Shape } from "../operations/shape";

/**
 * The answer of an operation without code of its own: one of everything. A text is its first allowed value or its
 * member's name. There is no page after it. Times are `now`, in milliseconds since 1970.
 */
export function sampleOutput({ output, pages }: OperationModel, now: number): object {
  if (!output) return {};
  const members = Object.entries(output.members).filter(([name]) => name !== pages?.outputToken);
  return Object.fromEntries(
    members.map(([name, of]) => [name, name === pages?.moreResults ? false : sample(of, name, now)]),
  );
}

function sample(shape: Shape, name: string, now: number): unknown {
  switch (shape.kind) {
    case "string":
      return shape.values?.[0] ?? name;
    case "integer":
    case "long":
    case "float":
    case "double":
      return Math.max(1, shape.min ?? 1);
    case "boolean":
      return true;
    case "timestamp":
      return now;
    case "document":
      return {};
    case "list":
      return [sample(shape.of, name, now)];
    case "map":
      return { [sample(shape.key, "key", now) as string]: sample(shape.value, "value", now) };
    case "structure":
      return Object.fromEntries(Object.entries(shape.members).map(([member, of]) => [member, sample(of, member, now)]));
  }
}
