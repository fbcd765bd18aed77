import type { InputFailure } from "../../../src/failure/input";
import type { ValueFailure } from "../../../src/failure/values";
import type { Examples } from "./examples";

const option = "--filters";
const about = `Error parsing parameter '${option}': `;

/** Examples of the failures of an operation's input, and of the text that was typed for an option. */
export const inputExamples: Examples<InputFailure | ValueFailure> = {
  "file-unreadable": [
    { option, source: "file://~/x", path: "/home/me/x", problem: "No such file or directory", errno: 2 },
    `${about}Unable to load paramfile file://~/x: [Errno 2] No such file or directory: '/home/me/x'`,
  ],
  "file-not-text": [
    { option: undefined, path: "x.bin" },
    "Unable to load paramfile (x.bin), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.",
  ],
  "file-too-large": [
    { option, source: "file://x", limit: 64 },
    `${about}Unable to load paramfile file://x: it is longer than 64 bytes`,
  ],
  "url-refused": [
    { option, url: "http://x/", status: 404 },
    `${about}Unable to retrieve http://x/: received non 200 status code of 404`,
  ],
  "url-unreadable": [
    { option, url: "http://x/", problem: { kind: "answer-too-large", url: "http://x/", limit: 64 } },
    `${about}Unable to retrieve http://x/: The answer from endpoint URL: "http://x/" is longer than 64 bytes.`,
  ],
  "value-not-integer": [{ option, value: "x" }, `${about}not a usable integer: 'x'`],
  "input-not-json": [
    { fault: { kind: "colon", line: 2, column: 5, at: 9 }, received: '{\n  "a" 1}' },
    `Error parsing parameter 'cli-input-json': Invalid JSON: Expecting ':' delimiter: line 2 column 5 (char 9)\nJSON received: {\n  "a" 1}`,
  ],
  "input-not-object": [
    { received: "[]", value: [] },
    "Error parsing parameter 'cli-input-json': Invalid JSON: expected an object with the members of the input, not a list\nJSON received: []",
  ],
  "input-too-deep": [
    { limit: 100 },
    "Error parsing parameter 'cli-input-json': Invalid JSON: nested more than 100 levels deep",
  ],
  "parameters-invalid": [
    {
      problems: [
        { path: "", kind: "missing", member: "status" },
        { path: "a.b", kind: "unknown", member: "x", known: ["Name", "Values"] },
        { path: "a", kind: "type", value: new Uint8Array(3), expected: "string" },
        { path: "b", kind: "length", length: 0, bound: "min", limit: 1 },
        { path: "c", kind: "range", value: 9, bound: "max", limit: 5 },
        { path: "d", kind: "value", value: "x", allowed: ["Succeeded", "Failed"] },
        { path: "e", kind: "pattern", value: "x y", pattern: "[a-z]+" },
      ],
    },
    [
      "Parameter validation failed:",
      'Missing required parameter in input: "status"',
      'Unknown parameter in a.b: "x", must be one of: Name, Values',
      "Invalid type for parameter a, value: (3 bytes), type: bytes, valid types: string",
      "Invalid length for parameter b, value: 0, valid min length: 1",
      "Invalid range for parameter c, value: 9, valid max value: 5",
      "Invalid value for parameter d, value: x, valid values: Succeeded, Failed",
      "Invalid value for parameter e, value: x y, valid pattern: [a-z]+",
    ].join("\n"),
  ],
  "shorthand-unexpected": [
    { option, text: "Name", at: 4, expected: "=", received: "EOF" },
    `${about}Expected: '=', received: 'EOF' for input:\nName\n    ^`,
  ],
  "shorthand-member-twice": [
    { option, text: "a=1,a=2", at: 4, member: "a" },
    `${about}Second instance of key "a" encountered for input:\na=1,a=2\n    ^\nThis is often because there is a preceding "," instead of a space.`,
  ],
  "value-not-json": [
    { option, fault: undefined, received: "{" },
    `${about}Invalid JSON: it cannot be parsed\nJSON received: {`,
  ],
  "value-not-structured": [{ option, received: "x" }, `${about}Invalid JSON:\nx`],
  "value-not-scalar": [
    { option, expected: "integer", received: undefined },
    `${about}not a usable integer: more than one value`,
  ],
  "file-not-list": [{ option }, `${about}what is read for a list has to be a JSON list, such as ["one", "two"]`],
  "value-incomplete": [
    { option: "--s3-location", needs: ["bucket", "key", "bundleType"] },
    "--s3-location must specify bucket, key and bundleType.",
  ],
  "value-is-bytes": [
    { option, length: 3 },
    `${about}text is needed, not 3 bytes: read the file with file:// instead of fileb://`,
  ],
  "value-too-deep": [{ option, limit: 100 }, `${about}nested more than 100 levels deep`],
};
