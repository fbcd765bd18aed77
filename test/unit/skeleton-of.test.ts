import { expect, test } from "@jest/globals";
import type { Shape } from "../../src/operations/shape";
import { skeletonOf } from "../../src/operations/skeleton-of";

const text = { kind: "string" } as const;

test.each<{ name: string; shape: Shape; input: string; output?: string }>([
  { name: "a text", shape: text, input: '""', output: '"M"' },
  { name: "a text of some values", shape: { kind: "string", values: ["b", "a"] }, input: '"b"', output: '"M"' },
  { name: "an integer", shape: { kind: "integer", min: 5 }, input: "0" },
  { name: "a long", shape: { kind: "long" }, input: "0" },
  { name: "a float", shape: { kind: "float" }, input: "0.0" },
  { name: "a double", shape: { kind: "double" }, input: "0.0" },
  { name: "a boolean", shape: { kind: "boolean" }, input: "true" },
  { name: "a timestamp", shape: { kind: "timestamp" }, input: '"1970-01-01T00:00:00"' },
  { name: "a document", shape: { kind: "document" }, input: "{}" },
  { name: "a structure without members", shape: { kind: "structure", members: {}, required: [] }, input: "{}" },
  {
    name: "a list of texts",
    shape: { kind: "list", of: text, itemShape: "Name" },
    input: '[\n        ""\n    ]',
    output: '[\n        "Name"\n    ]',
  },
  {
    name: "a list of lists",
    shape: { kind: "list", of: { kind: "list", of: { kind: "double" } } },
    input: "[\n        [\n            0.0\n        ]\n    ]",
  },
  {
    name: "a map",
    shape: { kind: "map", key: text, value: text },
    input: '{\n        "KeyName": ""\n    }',
  },
  {
    name: "a map of structures",
    shape: { kind: "map", key: text, value: { kind: "structure", members: { Inner: text }, required: [] } },
    input: '{\n        "KeyName": {\n            "Inner": ""\n        }\n    }',
    output: '{\n        "KeyName": {\n            "Inner": "Inner"\n        }\n    }',
  },
])("$name", ({ shape, input, output = input }) => {
  const model = { kind: "structure", members: { M: shape }, required: ["M"] } as const;
  expect(skeletonOf(model, "input")).toBe(`{\n    "M": ${input}\n}\n`);
  expect(skeletonOf(model, "output")).toBe(`{\n    "M": ${output}\n}\n`);
});

test("members stand in the model's order", () => {
  const model = { kind: "structure", members: { b: text, a: text }, required: ["a"] } as const;
  expect(skeletonOf(model, "input")).toBe('{\n    "b": "",\n    "a": ""\n}\n');
});

test.each(["input", "output"] as const)("an operation without %s has an empty template", (kind) => {
  expect(skeletonOf(undefined, kind)).toBe("{}\n");
});
