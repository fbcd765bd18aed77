import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Shape } from "../../src/operations/shape";
import { typedValue, type GivenValue } from "../../src/params/typed-value";
import type { Json } from "../../src/types";
import { plainJson } from "../support/plain-json";
import { nestedShapes } from "../support/nested-shapes";

/** A text that ends in a backslash has no form in shorthand syntax that is safe before a comma. */
const text = fc
  .oneof(fc.string({ unit: "binary" }), fc.constantFrom("a", "1", "x.y", "true"))
  .map((any) => any.replace(/\\+$/, ""));
const name = fc.stringMatching(/^[A-Za-z0-9\-_.#/:]{1,5}$/);
const names = ["Name", "b-2", "x", "events"];

const { anyShape } = fc.letrec<{ anyShape: Shape }>((tie) => ({
  anyShape: fc.oneof(
    { depthSize: "small" },
    fc
      .constantFrom<Shape["kind"]>("string", "boolean", "timestamp", "integer", "double")
      .map((kind) => ({ kind }) as Shape),
    tie("anyShape").map((of): Shape => ({ kind: "list", of })),
    tie("anyShape").map((value): Shape => ({ kind: "map", key: { kind: "string" }, value })),
    fc
      .dictionary(fc.constantFrom(...names), tie("anyShape"))
      .map((members): Shape => ({ kind: "structure", members, required: [] })),
  ),
}));

function valueOf(shape: Shape): fc.Arbitrary<Json> {
  switch (shape.kind) {
    case "list":
      return fc.array(valueOf(shape.of), { maxLength: 3 });
    case "map":
      return fc.dictionary(name, valueOf(shape.value), { maxKeys: 3 });
    case "structure":
      return membersOf(shape.members);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.maxSafeInteger();
    case "double":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    default:
      return text;
  }
}

function membersOf(shapes: Readonly<Record<string, Shape>>): fc.Arbitrary<Json> {
  const members = Object.fromEntries(Object.entries(shapes).map(([member, shape]) => [member, valueOf(shape)]));
  return fc.record(members, { requiredKeys: [] }).map((value) => value as Json);
}

const isObject = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The members of a value in shorthand syntax. */
function written(value: Json): string {
  return Object.entries(value as Readonly<Record<string, Json>>)
    .map(([member, of]) => `${member}=${commas(of) ?? nested(of)}`)
    .join(",");
}

/** A list in its short form, if it has one. */
function commas(value: Json): string | undefined {
  if (!Array.isArray(value) || value.length < 2 || value.some((item) => typeof item === "object")) return undefined;
  return value.map(nested).join(",");
}

function nested(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(nested).join(",")}]`;
  if (isObject(value)) {
    const members = Object.entries(value).map(([member, of]) => `${member}=${nested(of)}`);
    return `{${members.join(", ")}}`;
  }
  return typeof value === "string" ? quoted(value) : JSON.stringify(value);
}

function quoted(value: string): string {
  if (/^[\w.]+$/.test(value)) return value;
  const quote = value.includes('"') ? "'" : '"';
  return quote + value.replaceAll("\\", "\\\\").replaceAll(quote, `\\${quote}`) + quote;
}

/** How a value may be given in shorthand syntax: undefined where JSON alone can say it. */
function given(value: Json): GivenValue["given"] | undefined {
  if (isObject(value)) return Object.keys(value).length > 0 ? written(value) : undefined;
  const items = value as readonly Json[];
  return items.every((item) => isObject(item) && Object.keys(item).length > 0) ? items.map(written) : undefined;
}

async function readsBack(shape: Shape, value: Json): Promise<void> {
  const load = (): Promise<never> => Promise.reject(new Error("nothing is to be loaded"));
  const json = JSON.stringify(value);
  const typed = (form: GivenValue["given"]): Promise<unknown> =>
    typedValue({ option: "--x", shape, given: form, load });
  expect(plainJson(await typed(shape.kind === "list" ? [json] : json))).toBe(json);
  const form = given(value);
  if (form !== undefined) expect(plainJson(await typed(form))).toBe(json);
}

const structured = (shape: Shape): boolean =>
  shape.kind === "list"
    ? structured(shape.of) && shape.of.kind !== "list"
    : shape.kind === "map" || shape.kind === "structure";

const nestedOnes: [string, Shape][] = Object.entries(nestedShapes).filter(([, shape]) => structured(shape));

test.each(nestedOnes)("a value of %s that is written in shorthand syntax or JSON reads back", async (_, shape) => {
  await fc.assert(
    fc.asyncProperty(valueOf(shape), (value) => readsBack(shape, value)),
    { seed: 1, numRuns: 300 },
  );
});

test("a value of any shape that is written in shorthand syntax or JSON reads back", async () => {
  const pair = anyShape.filter(structured).chain((shape) => fc.tuple(fc.constant(shape), valueOf(shape)));
  await fc.assert(
    fc.asyncProperty(pair, ([shape, value]) => readsBack(shape, value)),
    { seed: 2, numRuns: 1000 },
  );
});

test("any text is read, or is one of the failures", async () => {
  const piece = fc.constantFrom(
    "Name",
    "Values",
    "=",
    ",",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "\\",
    "@",
    " ",
    "\n",
    "é",
    "😀",
  );
  const words = fc.array(
    fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join("")),
    { maxLength: 2 },
  );
  const load = (source: string): Promise<string> => Promise.resolve(source);
  await fc.assert(
    fc.asyncProperty(words, fc.constantFrom(...Object.values(nestedShapes)), async (texts, shape) => {
      const form = shape.kind === "list" ? texts : texts.join("");
      const outcome = await typedValue({ option: "--x", shape, given: form, load }).catch((error: unknown) => error);
      expect(outcome instanceof Error ? outcome.name : "Failure").toBe("Failure");
    }),
    { seed: 3, numRuns: 2000 },
  );
});
