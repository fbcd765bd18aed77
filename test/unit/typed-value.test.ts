import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe as inWords } from "../../src/failure/describe";
import { isFailure } from "../../src/failure/failure";
import { numericOf } from "../../src/python/numeric";
import type { Shape } from "../../src/operations/shape";
import { loadFile } from "../../src/params/load";
import { typedValue, type GivenValue } from "../../src/params/typed-value";
import { nestedShapes } from "../support/nested-shapes";

const folder = mkdtempSync(path.join(tmpdir(), "typed-value-"));

beforeAll(() => {
  writeFileSync(path.join(folder, "text"), '["x"]');
  writeFileSync(path.join(folder, "bytes"), new Uint8Array([0xff, 0]));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

type Option = keyof typeof nestedShapes;
type Given = GivenValue["given"];

function read(option: string, shape: Shape, given: Given): Promise<unknown> {
  return typedValue({ option, shape, given, load: (text) => loadFile(undefined, text, { DIR: folder }) });
}

async function problem(option: string, shape: Shape, given: Given): Promise<string> {
  const error: unknown = await read(option, shape, given).then(JSON.stringify, (thrown: unknown) => thrown);
  return isFailure(error) ? inWords(error.data).text.replaceAll(folder, "/f") : String(error);
}

test.each<[Option, Given, unknown]>([
  ["--filters", [], []],
  ["--filters", ["Name=tag:env,Values=prod"], [{ Name: "tag:env", Values: ["prod"] }]],
  [
    "--filters",
    ["Name=a,Values=b,c", "Values=[d],Name="],
    [
      { Name: "a", Values: ["b", "c"] },
      { Values: ["d"], Name: "" },
    ],
  ],
  ["--filters", ["Nome=x,Values=y"], [{ Nome: "x", Values: ["y"] }]],
  ["--filters", ["Name={a=b},Values=c"], [{ Name: { a: "b" }, Values: ["c"] }]],
  ["--filters", ['[{"Name":"a"}]'], [{ Name: "a" }]],
  ["--filters", [' {"Name":"a"}', '{"Name":"b"}'], [{ Name: "a" }, { Name: "b" }]],
  ["--filters", "Name=from-a-file", { Name: "from-a-file" }],
  ["--filters", '\n[{"Name":"from-a-file"}]\n', [{ Name: "from-a-file" }]],
  ["--filters", ["Values@=file://$DIR/text"], [{ Values: ['["x"]'] }]],
  ["--filters", ["Values@=fileb://$DIR/bytes,a"], [{ Values: [new Uint8Array([0xff, 0]), "a"] }]],
  ["--filters", ['Values@=["a","b"]'], [{ Values: ["a", "b"] }]],
  ["--filters", ["Values=file://$DIR/text"], [{ Values: ["file://$DIR/text"] }]],
  [
    "--revision",
    "revisionType=S3, s3Location={bucket=b, key=k}",
    { revisionType: "S3", s3Location: { bucket: "b", key: "k" } },
  ],
  ["--revision", "kind=S3", { kind: "S3" }],
  ["--revision", '{"a":1,"a":2,"b":null}', { a: 2, b: null }],
  ["--auto-rollback-configuration", "enabled=True,events=A,B", { enabled: true, events: ["A", "B"] }],
  ["--auto-rollback-configuration", "enabled=FALSE,events=[A]", { enabled: false, events: ["A"] }],
  ["--auto-rollback-configuration", "enabled=yes,events={a=b}", { enabled: "yes", events: [{ a: "b" }] }],
  ["--auto-rollback-configuration", '{"enabled":"true"}', { enabled: "true" }],
  ["--target-instances", "autoScalingGroups=g1", { autoScalingGroups: ["g1"] }],
  [
    "--target-instances",
    "ec2TagSet={ec2TagSetList=[[{Key=a,Value=b}]]}",
    { ec2TagSet: { ec2TagSetList: [[{ Key: "a", Value: "b" }]] } },
  ],
  [
    "--target-filters",
    "TargetStatus=Failed,ServerInstanceLabel=Blue,Green",
    { TargetStatus: ["Failed"], ServerInstanceLabel: ["Blue", "Green"] },
  ],
  [
    "--create-time-range",
    "start=2024-05-06 07:08:09,end=1720000000",
    { start: "2024-05-06 07:08:09", end: "1720000000" },
  ],
  ["--create-time-range", "start=Mon, 06 May 2024 07:08:09 GMT", { start: ["Mon", "06 May 2024 07:08:09 GMT"] }],
  ["--lifecycle-hook-names", [], []],
  ["--lifecycle-hook-names", ["h1", "h2,h3"], ["h1", "h2,h3"]],
  ["--lifecycle-hook-names", [""], [""]],
  ["--lifecycle-hook-names", ['["h1", 1]'], ["h1", 1]],
  ["--lifecycle-hook-names", ["[]", "a"], ["[]", "a"]],
  ["--lifecycle-hook-names", '["h1"]\n', ["h1"]],
  ["--max-records", " 1_0\n", 10],
  ["--description", '{"a"', '{"a"'],
])("%s %j is %j", async (option, given, expected) => {
  expect(await read(option, nestedShapes[option], given)).toEqual(expected);
});

const numbers: Shape = {
  kind: "structure",
  members: { whole: { kind: "long" }, broken: { kind: "double" }, list: { kind: "list", of: { kind: "integer" } } },
  required: [],
};

test.each<[Shape, Given, unknown]>([
  [numbers, "whole=-7,broken=1_0.5e1,list=1,2", { whole: -7, broken: numericOf("105.0"), list: [1, 2] }],
  [numbers, "list=1", { list: ["1"] }],
  [{ kind: "double" }, ".5", 0.5],
  [{ kind: "document" }, "[1.5]", [1.5]],
  [{ kind: "list", of: { kind: "boolean" } }, ["true", "False", ""], [true, false, false]],
  [{ kind: "list", of: { kind: "list", of: { kind: "string" } } }, ['["a"]', '["b"]'], [["a"], ["b"]]],
])("a value of %j, given as %j, is %j", async (shape, given, expected) => {
  expect(await read("--x", shape, given)).toEqual(expected);
});

const notList = 'what is read for a list has to be a JSON list, such as ["one", "two"]';

test.each<[Option, Given, string]>([
  ["--filters", ["prod"], "Expected: '=', received: 'EOF' for input:\nprod\n    ^"],
  ["--filters", ["Name=a", "b"], "Expected: '=', received: 'EOF' for input:\nb\n ^"],
  [
    "--filters",
    ['[{"Name":"x",}]'],
    'Invalid JSON: Expecting property name enclosed in double quotes: line 1 column 14 (char 13)\nJSON received: [{"Name":"x",}]',
  ],
  ["--filters", ['{"Name":"a"}', "Name=b"], "Invalid JSON:\nName=b"],
  ["--filters", ["[]", "[]"], "Invalid JSON:\n[]"],
  ["--filters", new Uint8Array(3), "text is needed, not 3 bytes: read the file with file:// instead of fileb://"],
  ["--revision", "[]", "Invalid JSON:\n[]"],
  ["--revision", " ", "Expected: '=', received: 'EOF' for input:\n \n ^"],
  ["--revision", "\ufeff{}", "Expected: '=', received: '\ufeff' for input:\n\ufeff{}\n^"],
  ["--revision", `{"a":${"[".repeat(2000)}${"]".repeat(2000)}}`, "nested more than 1000 levels deep"],
  ["--lifecycle-hook-names", " \n", notList],
  ["--lifecycle-hook-names", "h1", notList],
  ["--lifecycle-hook-names", new Uint8Array([1, 2]), notList],
  ["--auto-rollback-configuration", "enabled=true,false", "not a usable boolean: more than one value"],
  ["--max-records", "x", "not a usable integer: 'x'"],
])("%s %j is refused", async (option, given, expected) => {
  expect(await problem(option, nestedShapes[option], given)).toBe(`Error parsing parameter '${option}': ${expected}`);
});

test("numbers that cannot be read are refused", async () => {
  expect(await problem("--x", numbers, "whole=1.5")).toBe("Error parsing parameter '--x': not a usable integer: '1.5'");
  expect(await problem("--x", numbers, "broken=1__0")).toBe(
    "Error parsing parameter '--x': not a usable number: '1__0'",
  );
  expect(await problem("--x", numbers, "whole={}")).toBe(
    "Error parsing parameter '--x': not a usable integer: more than one value",
  );
});

test("a file behind @= that cannot be read is named without the option", async () => {
  expect(await problem("--filters", nestedShapes["--filters"], ["Name@=file://$DIR/none"])).toBe(
    "Unable to load paramfile file://$DIR/none: [Errno 2] No such file or directory: '/f/none'",
  );
});
