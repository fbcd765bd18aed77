import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { locateFault } from "../../src/python/json-fault";

/** The places and names that Python 3.11's `json.loads` gives. */
test.each<[string, string]>([
  ["", "value 1:1 0"],
  ["hello", "value 1:1 0"],
  ["{", "name 1:2 1"],
  ["{bad: 1}", "name 1:2 1"],
  ["{'a':'b'}", "name 1:2 1"],
  ['{"a":1,}', "name 1:8 7"],
  ["[1,]", "value 1:4 3"],
  ["[1 2]", "comma 1:4 3"],
  ['{"a":1 "b":2}', "comma 1:8 7"],
  ['{"a":1', "comma 1:7 6"],
  ['{"a"}', "colon 1:5 4"],
  ['{"a":}', "value 1:6 5"],
  ["{} {}", "extra 1:4 3"],
  ["01", "extra 1:2 1"],
  ["{/*x*/}", "name 1:2 1"],
  ['\n\n  {"a":\n "é🚀" x}', "comma 4:7 16"],
  ['"', "string-end 1:1 0"],
  ['{"a":"b\\', "string-end 1:6 5"],
  ['{"a":"\n"}', "control 1:7 6"],
  ['{"a":"\\x"}', "escape 1:7 6"],
  ['{"a":"\\u12"}', "unicode-escape 1:8 7"],
  ['{"a":\u00a01}', "value 1:6 5"],
  ["[".repeat(100_000), "value 1:100001 100000"],
])("%j stops being JSON at %s", (text, expected) => {
  const fault = locateFault(text);
  expect(fault && `${fault.kind} ${fault.line}:${fault.column} ${fault.at}`).toBe(expected);
});

test("there is a fault exactly where JSON.parse throws", () => {
  const pieces = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    '"',
    '"a"',
    "\\",
    "\\u00e9",
    "1",
    "-",
    ".",
    "e",
    "true",
    "null",
    " ",
    "\n",
    "é",
  ];
  const nearly = fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join(""));
  const mutated = fc.tuple(fc.json(), fc.nat(), fc.constantFrom("", ...pieces)).map(([text, at, piece]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + piece + text.slice(place + 1);
  });
  fc.assert(
    fc.property(fc.oneof(nearly, mutated, fc.json()), (text) => {
      expect(locateFault(text) === undefined).toBe(isJson(text));
    }),
    { seed: 3, numRuns: 2000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
