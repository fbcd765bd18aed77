import type { ListShape, NumberShape, Shape, StringShape, StructureShape } from "../operations/shape";

/** A value that is refused, and the reason. */
export interface Fault {
  /** Its place, such as `Filters[0].Name`. */
  readonly path: string;
  readonly kind: "missing" | "unknown" | "type" | "limit";
  /** Words that follow the path. */
  readonly reason: string;
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The first member that is missing, of another kind or outside the limits of the shape; undefined if there is none. With
 * `isStrict`, members that the shape does not know are faults too.
 */
export function findFault(shape: Shape, value: unknown, isStrict = false, path = ""): Fault | undefined {
  const words = wrongKind(shape, value);
  if (words !== undefined) return { path, kind: "type", reason: `is not ${words}` };
  const limit = limitFault(shape, value);
  if (limit !== undefined) return { path, kind: "limit", reason: limit };
  if (shape.kind === "structure") return membersFault(shape, value as Members, { isStrict, path });
  return first(parts(shape, value, path), ([part, of, at]) => findFault(of, part, isStrict, at));
}

function membersFault(
  { members, required }: StructureShape,
  value: Members,
  { isStrict, path }: { readonly isStrict: boolean; readonly path: string },
): Fault | undefined {
  const at = (member: string): string => (path === "" ? member : `${path}.${member}`);
  const missing = required.find((member) => value[member] === undefined);
  if (missing !== undefined) return { path: at(missing), kind: "missing", reason: "has to be given" };
  const unknown = isStrict ? Object.keys(value).find((member) => !Object.hasOwn(members, member)) : undefined;
  if (unknown !== undefined) {
    return { path: at(unknown), kind: "unknown", reason: `is not one of ${Object.keys(members).join(", ")}` };
  }
  return first(Object.entries(members), ([member, of]) =>
    value[member] === undefined ? undefined : findFault(of, value[member], isStrict, at(member)),
  );
}

/** The parts of a list or a map, each with its shape and place. */
function parts(shape: Shape, value: unknown, path: string): readonly (readonly [unknown, Shape, string])[] {
  if (shape.kind === "list") return (value as unknown[]).map((item, at) => [item, shape.of, `${path}[${at}]`] as const);
  if (shape.kind !== "map") return [];
  return Object.entries(value as Members).flatMap(([key, item]) => [
    [key, shape.key, `${path}.${key}`] as const,
    [item, shape.value, `${path}.${key}`] as const,
  ]);
}

function wrongKind({ kind }: Shape, value: unknown): string | undefined {
  switch (kind) {
    case "string":
      return typeof value === "string" ? undefined : "a text";
    case "integer":
    case "long":
      return Number.isInteger(value) ? undefined : "a whole number";
    case "float":
    case "double":
    case "timestamp":
      return typeof value === "number" && !Number.isNaN(value)
        ? undefined
        : kind === "timestamp"
          ? "a time"
          : "a number";
    case "boolean":
      return typeof value === "boolean" ? undefined : "true or false";
    case "list":
      return Array.isArray(value) ? undefined : "a list";
    case "map":
    case "structure":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : "an object";
    case "document":
      return undefined;
  }
}

function limitFault(shape: Shape, value: unknown): string | undefined {
  switch (shape.kind) {
    case "string":
      return textFault(shape, value as string);
    case "integer":
    case "long":
    case "float":
    case "double":
      return numberFault(shape, value as number);
    case "list":
      return listFault(shape, (value as unknown[]).length);
    default:
      return undefined;
  }
}

function numberFault({ min = -Infinity, max = Infinity }: NumberShape, value: number): string | undefined {
  return value < min || value > max ? `is not from ${min} to ${max}` : undefined;
}

function listFault({ min = 0, max = Infinity }: ListShape, length: number): string | undefined {
  return length < min || length > max ? `does not have ${min} to ${max} items` : undefined;
}

function textFault({ min = 0, max = Infinity, pattern, values }: StringShape, value: string): string | undefined {
  const length = Array.from(value).length;
  if (length < min || length > max) return `is not ${min} to ${max} characters long`;
  if (values && !values.includes(value)) return `is not one of ${values.join(", ")}`;
  return pattern && !new RegExp(`^(?:${pattern})$`, "u").test(value) ? `does not match ${pattern}` : undefined;
}

/** The first result that is not undefined. */
function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
