import { expect, test } from "@jest/globals";
import { describe as inWords } from "../../src/failure/describe";
import type { Shape } from "../../src/operations/shape";
import { problemsOf } from "../../src/params/validate";
import { numericOf } from "../../src/python/numeric";

const text: Shape = { kind: "string", min: 2, max: 3, pattern: "[a-z]*" };
const shape: Shape = {
  kind: "structure",
  required: ["Name"],
  members: {
    Name: text,
    List: { kind: "list", of: { kind: "structure", required: ["Key"], members: { Key: { kind: "string" } } }, max: 2 },
    Map: { kind: "map", key: { kind: "string", values: ["One", "Two"] }, value: { kind: "list", of: text } },
    Count: { kind: "integer", min: 1, max: 9 },
    Ratio: { kind: "double" },
    When: { kind: "timestamp" },
    Free: { kind: "document" },
  },
};

/** An input, and its problems as they are told. */
test.each<[unknown, readonly string[]]>([
  [{ Name: "ab" }, []],
  [{}, ['Missing required parameter in input: "Name"']],
  [
    { Nope: 1, Name: "a" },
    [
      'Unknown parameter in input: "Nope", must be one of: Name, List, Map, Count, Ratio, When, Free',
      "Invalid length for parameter Name, value: 1, valid min length: 2",
    ],
  ],
  [{ Name: "abcd" }, ["Invalid length for parameter Name, value: 4, valid max length: 3"]],
  [{ Name: "A1" }, ["Invalid value for parameter Name, value: A1, valid pattern: [a-z]*"]],
  [
    { Name: "ab", List: [{}, { Key: 5, x: 1 }, "y"] },
    [
      "Invalid length for parameter List, value: 3, valid max length: 2",
      'Missing required parameter in List[0]: "Key"',
      'Unknown parameter in List[1]: "x", must be one of: Key',
      "Invalid type for parameter List[1].Key, value: 5, type: number, valid types: string",
      "Invalid type for parameter List[2], value: y, type: string, valid types: structure",
    ],
  ],
  [
    { Name: "ab", Map: { Six: ["a"], One: "x" } },
    [
      "Invalid value for parameter Map (key: Six), value: Six, valid values: One, Two",
      "Invalid length for parameter Map.Six[0], value: 1, valid min length: 2",
      "Invalid type for parameter Map.One, value: x, type: string, valid types: list",
    ],
  ],
  [
    { Name: "ab", Count: numericOf("99999999999999999999") },
    ["Invalid range for parameter Count, value: 99999999999999999999, valid max value: 9"],
  ],
  [
    { Name: "ab", Count: numericOf("1.0") },
    ["Invalid type for parameter Count, value: 1.0, type: number, valid types: integer"],
  ],
  [{ Name: "ab", Count: true }, ["Invalid type for parameter Count, value: True, type: boolean, valid types: integer"]],
  [{ Name: "ab", Ratio: numericOf("1.0"), When: "2024-05-06", Free: { a: [null] } }, []],
  [
    { Name: "ab", When: ["Mon", "06 May 2024"] },
    ["Invalid type for parameter When, value: ['Mon', '06 May 2024'], type: list, valid types: timestamp"],
  ],
  [
    { Name: "ab", Free: new Uint8Array(3), List: { Key: null, "it's": true } },
    [
      "Invalid type for parameter Free, value: (3 bytes), type: bytes, valid types: document",
      "Invalid type for parameter List, value: {'Key': None, \"it's\": True}, type: object, valid types: list",
    ],
  ],
])("%j: %j", (value, problems) => {
  const found = problemsOf({ shape, value, path: "" });
  const told =
    found.length === 0 ? [] : inWords({ kind: "parameters-invalid", problems: found }).text.split("\n").slice(1);
  expect(told).toEqual(problems);
});
