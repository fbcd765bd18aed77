import { expect, test } from "@jest/globals";
import type { StructureShape } from "../../src/operations/shape";
import { inIso8601 } from "../../src/output/timestamps";
import { parseJson } from "../../src/python/json";
import type { Response } from "../../src/types";

const output: StructureShape = {
  kind: "structure",
  required: [],
  members: {
    at: { kind: "timestamp" },
    all: { kind: "list", of: { kind: "structure", required: [], members: { at: { kind: "timestamp" } } } },
    by: { kind: "map", key: { kind: "string" }, value: { kind: "timestamp" } },
    text: { kind: "string" },
  },
};
const made = (json: string): Response => inIso8601(parseJson(json) as Response, output);

/** What Python's `parse_timestamp(value).isoformat()` gives. */
const texts: readonly (readonly [json: string, iso: string])[] = [
  ['"2024-11-21T23:00:00Z"', "2024-11-21T23:00:00+00:00"],
  ['"2024-11-21T23:00:00.123Z"', "2024-11-21T23:00:00.123000+00:00"],
  ['"2024-11-21T23:00:00.1234567Z"', "2024-11-21T23:00:00.123456+00:00"],
  ['"2024-11-21T23:00:00.000Z"', "2024-11-21T23:00:00+00:00"],
  ['"2024-11-21T23:00:00+02:00"', "2024-11-21T23:00:00+02:00"],
  ['"2024-11-21T23:00:00-0530"', "2024-11-21T23:00:00-05:30"],
  ['"2024-11-21T23:00:00"', "2024-11-21T23:00:00"],
  ['"2024-11-21"', "2024-11-21T00:00:00"],
  ['"Thu, 21 Nov 2024 23:00:00 GMT"', "2024-11-21T23:00:00+00:00"],
];

test.each(texts)("%s", (json, iso) => {
  expect(made(`{"at": ${json}}`)).toEqual({ at: iso });
});

test("seconds are shown in the zone of the machine", () => {
  const local = (json: string): number => Date.parse(made(`{"at": ${json}}`)["at"] as string);
  for (const json of ["1732230000", "1.73223E9", '"1732230000"']) expect(local(json)).toBe(1_732_230_000_000);
  expect(made('{"at": 1732230000.1}')["at"]).toMatch(/^2024-11-2[12]T\d\d:\d\d:00\.100000[+-]\d\d:\d\d$/);
  expect(local("-1")).toBe(-1000);
});

test("times are found where the shape has them, and nothing else is touched", () => {
  const json =
    '{"all": [{"at": "2024-11-21", "other": "2024-11-21"}, null], "by": {"k": "2024-11-21"}, "text": "2024-11-21", "at": null}';
  const day = "2024-11-21T00:00:00";
  expect(made(json)).toEqual({
    all: [{ at: day, other: "2024-11-21" }, null],
    by: { k: day },
    text: "2024-11-21",
    at: null,
  });
});

test.each(['"yesterday"', '""', "1e30", "true"])("%s is no time", (json) => {
  expect(() => made(`{"at": ${json}}`)).toThrow("timestamp-invalid");
});
