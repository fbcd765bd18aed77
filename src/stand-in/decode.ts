import type { Shape } from "../operations/shape";

/** A form's fields by name, as they were sent. */
export type Fields = ReadonlyMap<string, string>;

/**
 * Reads a JSON value by its shape: nulls count as not given, unknown members are left out, times become milliseconds
 * since 1970. A value of another kind is unchanged, for the check to find.
 */
export function decodeJson(shape: Shape, value: unknown): unknown {
  if (shape.kind === "timestamp") return timeOf(value);
  if (typeof value !== "object" || value === null) return value;
  if (shape.kind === "list") {
    return Array.isArray(value)
      ? value.filter((item) => item !== null).map((item) => decodeJson(shape.of, item))
      : value;
  }
  if (Array.isArray(value) || (shape.kind !== "structure" && shape.kind !== "map")) return value;
  const given = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(
    given.flatMap(([name, member]) => {
      const of = shape.kind === "map" ? shape.value : own(shape.members, name);
      return of ? [[name, decodeJson(of, member)] as const] : [];
    }),
  );
}

/** A time in milliseconds since 1970, from seconds or from ISO 8601. */
function timeOf(value: unknown): unknown {
  if (typeof value === "number") return Math.round(value * 1000);
  return typeof value === "string" ? Date.parse(value) : value;
}

/** Reads a form of the Query protocol by the input's shape: `A.B`, `List.member.1`, `Map.entry.1.key`. */
export function decodeForm(shape: Shape, fields: Fields): unknown {
  const names = new Set<string>();
  for (const name of fields.keys()) {
    const steps = name.split(".").slice(0, deepest);
    for (let at = 1; at <= steps.length; at++) names.add(steps.slice(0, at).join("."));
  }
  return decodeField(shape, "", { fields, names });
}

/** The greatest number of steps in a name; no name of the models has more. */
const deepest = 20;

interface Form {
  readonly fields: Fields;
  /** The names of the fields, and their beginnings up to each dot. */
  readonly names: ReadonlySet<string>;
}

/** The value of a field; undefined if it is not given. */
function decodeField(shape: Shape, name: string, form: Form): unknown {
  const text = form.fields.get(name);
  switch (shape.kind) {
    case "structure": {
      const members = Object.entries(shape.members).map(
        ([member, of]) => [member, decodeField(of, wireName(name, of, member), form)] as const,
      );
      const given = members.filter(([, value]) => value !== undefined);
      return given.length > 0 || name === "" ? Object.fromEntries(given) : text === "" ? {} : text;
    }
    case "list": {
      const items = numbered(`${name}.${shape.itemLocationName ?? "member"}`, form);
      return items.length > 0 ? items.map((item) => decodeField(shape.of, item, form) ?? "") : text === "" ? [] : text;
    }
    case "map": {
      const entries = numbered(`${name}.entry`, form).map(
        (entry) =>
          [form.fields.get(`${entry}.key`) ?? "", decodeField(shape.value, `${entry}.value`, form) ?? ""] as const,
      );
      return entries.length > 0 ? Object.fromEntries(entries) : text;
    }
    default:
      return text === undefined ? undefined : scalar(shape, text);
  }
}

function wireName(parent: string, shape: Shape, member: string): string {
  const name = shape.kind === "list" ? (shape.locationName ?? member) : member;
  return parent === "" ? name : `${parent}.${name}`;
}

function numbered(name: string, { names }: Form): string[] {
  const found: string[] = [];
  for (let at = 1; names.has(`${name}.${at}`); at++) found.push(`${name}.${at}`);
  return found;
}

/** The value of a text; the text itself if it is of another kind. */
function scalar({ kind }: Shape, text: string): unknown {
  switch (kind) {
    case "integer":
    case "long":
      return /^-?\d{1,20}$/.test(text) ? Number(text) : text;
    case "float":
    case "double":
      return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
    case "boolean":
      return /^(true|false)$/i.test(text) ? text.toLowerCase() === "true" : text;
    case "timestamp":
      return Date.parse(text);
    default:
      return text;
  }
}

function own<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
