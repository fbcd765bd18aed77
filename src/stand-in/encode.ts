import type { Shape } from "../operations/shape";

type Members = Readonly<Record<string, unknown>>;

/** A value as JSON services send it, by its shape: only members that the shape knows, times in seconds since 1970. */
export function toJson(shape: Shape, value: unknown): unknown {
  switch (shape.kind) {
    case "timestamp":
      return (value as number) / 1000;
    case "list":
      return (value as readonly unknown[]).map((item) => toJson(shape.of, item));
    case "map":
      return Object.fromEntries(
        Object.entries(value as Members).map(([name, item]) => [name, toJson(shape.value, item)]),
      );
    case "structure":
      return Object.fromEntries(given(shape, value).map(([name, of, member]) => [name, toJson(of, member)]));
    default:
      return value;
  }
}

/** A value as the Query protocol sends it, by its shape: the content of its element. */
export function toXml(shape: Shape, value: unknown): string {
  switch (shape.kind) {
    case "structure":
      return given(shape, value)
        .map(([name, of, member]) => element(wireName(name, of), toXml(of, member)))
        .join("");
    case "list": {
      const { of, itemLocationName = "member" } = shape;
      return (value as readonly unknown[]).map((item) => element(itemLocationName, toXml(of, item))).join("");
    }
    case "map":
      return Object.entries(value as Members)
        .map(([key, item]) =>
          element("entry", element("key", escapeXml(key)) + element("value", toXml(shape.value, item))),
        )
        .join("");
    case "timestamp":
      return new Date(value as number).toISOString();
    default:
      return escapeXml(String(value));
  }
}

function given(
  { members }: Extract<Shape, { kind: "structure" }>,
  value: unknown,
): readonly (readonly [string, Shape, unknown])[] {
  return Object.entries(members)
    .map(([name, of]) => [name, of, (value as Members)[name]] as const)
    .filter(([, , member]) => member !== undefined && member !== null);
}

function wireName(member: string, shape: Shape): string {
  return shape.kind === "list" ? (shape.locationName ?? member) : member;
}

function element(name: string, inside: string): string {
  return inside === "" ? `<${name}/>` : `<${name}>${inside}</${name}>`;
}

/** Text as XML can hold it; a character that XML cannot hold becomes U+FFFD. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/[&<>"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
