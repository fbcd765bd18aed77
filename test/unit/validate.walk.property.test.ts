import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { operations } from "../../src/operations/all";
import { loadOperation } from "../../src/operations/load";
import type { Shape, StructureShape } from "../../src/operations/shape";
import { problemsOf } from "../../src/params/validate";

const odd = fc.constantFrom<unknown>(null, true, 5, 1.5, "", "x", "a b", [], {}, [1], { a: 1 }, "€".repeat(300));

/** Values of a shape, most of them right. A time is left out: ajv leaves it to the walk. */
function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 12, arbitrary: rightValueOf(shape) }, { weight: 1, arbitrary: odd });
}

function rightValueOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.kind) {
    case "string":
      return shape.values ? fc.constantFrom(...shape.values) : fc.string({ maxLength: 40 });
    case "integer":
    case "long":
      return fc.integer();
    case "float":
    case "double":
      return fc.double({ noNaN: true });
    case "boolean":
      return fc.boolean();
    case "timestamp":
      return fc.constant(0);
    case "document":
      return fc.jsonValue();
    case "list":
      return fc.array(valueOf(shape.of), { maxLength: 3 });
    case "map":
      return fc.dictionary(valueOf(shape.key) as fc.Arbitrary<string>, valueOf(shape.value), {
        maxKeys: 2,
        noNullPrototype: true,
      });
    case "structure":
      return members(shape);
  }
}

function members({ members: shapes }: StructureShape): fc.Arbitrary<unknown> {
  const known = Object.entries(shapes).filter(([, shape]) => !hasTime(shape));
  const all = Object.fromEntries(known.map(([name, shape]) => [name, valueOf(shape)]));
  return fc
    .tuple(fc.record(all, { requiredKeys: [], noNullPrototype: true }), fc.integer({ min: 0, max: 15 }))
    .map(([value, more]) => (more === 0 ? { ...value, Nope: 1 } : value));
}

function hasTime(shape: Shape): boolean {
  if (shape.kind === "list") return hasTime(shape.of);
  if (shape.kind === "structure") return Object.values(shape.members).some(hasTime);
  return shape.kind === "timestamp";
}

test.each(operations.map((operation) => [operation.word, operation] as const))(
  "%s: the walk finds a problem where ajv does, and nowhere else",
  async (_, operation) => {
    const { check } = await loadOperation(operation);
    fc.assert(
      fc.property(members(operation.input), (value) => {
        expect(problemsOf({ shape: operation.input, value, path: "" }).length === 0).toBe(check(value));
      }),
      { numRuns: 150 },
    );
  },
);
