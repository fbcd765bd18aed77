import fc from "fast-check";
import type { Shape } from "../../src/operations/shape";
import { anyText } from "./mutate";

const times = [
  "2026-01-01",
  "2026-01-01T00:00:00Z",
  "1700000000",
  "1e9",
  "1.5",
  "-1",
  "0001-01-01",
  "9999-12-31T23:59:60Z",
];
const texts = ["", "a", "d-1", "i-0abc", "Succeeded", "true", "1", "null", "a=b,c", "arn:aws:iam::123456789012:role/r"];

/** Values of a shape, as an answer or a document has them; one in twenty is something else. */
export function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 19, arbitrary: fitting(shape) }, { weight: 1, arbitrary: anything });
}

const anything: fc.Arbitrary<unknown> = fc.oneof(
  anyText,
  fc.constantFrom<unknown[]>(null, true, 0, -1.5, 1e300, 2 ** 53, [], {}, [[]], [null], { __type: "X" }, ""),
  fc.jsonValue({ maxDepth: 2 }),
);

function fitting(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...(shape.values ?? texts)) },
        { weight: 1, arbitrary: anyText },
      );
    case "integer":
    case "long":
      return fc.oneof(fc.integer({ min: shape.min ?? 0, max: shape.max ?? 7200 }), fc.integer());
    case "float":
    case "double":
      return fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.nat(100));
    case "boolean":
      return fc.boolean();
    case "timestamp":
      return fc.oneof(
        fc.constantFrom<(number | string)[]>(1.7e9, 1700000000.123, 0, -62135596800, 253402300799, 1e12, ...times),
        anyText,
      );
    case "document":
      return fc.jsonValue({ maxDepth: 2 });
    case "list":
      return fc.array(valueOf(shape.of), { maxLength: 3 });
    case "map":
      return fc.dictionary(fc.oneof(fc.constantFrom("a", "__proto__"), anyText), valueOf(shape.value), { maxKeys: 3 });
    case "structure":
      return fc.record(Object.fromEntries(Object.entries(shape.members).map(([name, of]) => [name, valueOf(of)])), {
        requiredKeys: [],
      });
  }
}

/** A value as the Query protocol writes it, however little it is of the shape. */
export function xmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<member>${xmlOf(item)}</member>`).join("");
  if (typeof value !== "object" || value === null) return escaped(String(value));
  return Object.entries(value)
    .map(([name, member]) => [name.replace(/[^\w]/g, "") || "x", member] as const)
    .map(([name, member]) => `<${name}>${xmlOf(member)}</${name}>`)
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A value in shorthand syntax: right for most, and for the rest what people might type. */
export function shorthandOf(value: unknown, depth = 0): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => shorthandOf(item, depth + 1)).join(",");
    return depth === 0 ? items : `[${items}]`;
  }
  if (typeof value !== "object" || value === null) return String(value);
  const members = Object.entries(value)
    .map(([name, member]) => `${name}=${shorthandOf(member, depth + 1)}`)
    .join(",");
  return depth === 0 ? members : `{${members}}`;
}
