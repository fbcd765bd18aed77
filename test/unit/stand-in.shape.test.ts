import { describe, expect, test } from "@jest/globals";
import type { Shape } from "../../src/operations/shape";
import { findFault } from "../../src/stand-in/check";
import { decodeForm, decodeJson } from "../../src/stand-in/decode";
import { toJson, toXml } from "../../src/stand-in/encode";
import { sampleOutput } from "../../src/stand-in/sample";

const structure = (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => ({
  kind: "structure",
  members,
  required,
});
const text: Shape = { kind: "string" };

const shape = structure({
  Name: text,
  Size: { kind: "integer" },
  Share: { kind: "double" },
  On: { kind: "boolean" },
  At: { kind: "timestamp" },
  Names: { kind: "list", of: text },
  Filters: { kind: "list", of: structure({ Name: text, Values: { kind: "list", of: text } }) },
  References: { kind: "list", of: structure({ Id: text }), locationName: "Reference", itemLocationName: "item" },
  Tags: { kind: "map", key: text, value: text },
});

test.each<[string, object]>([
  ["Name=a", { Name: "a" }],
  ["Name=", { Name: "" }],
  ["Size=30&Share=0.5&On=true&At=2026-01-01T00:00:00Z", { Size: 30, Share: 0.5, On: true, At: 1767225600000 }],
  ["Size=many&On=maybe", { Size: "many", On: "maybe" }],
  ["Names.member.1=a&Names.member.2=b", { Names: ["a", "b"] }],
  ["Names=", { Names: [] }],
  ["Filters.member.1.Name=n&Filters.member.1.Values.member.1=v", { Filters: [{ Name: "n", Values: ["v"] }] }],
  ["Reference.item.1.Id=i", { References: [{ Id: "i" }] }],
  ["Tags.entry.1.key=__proto__&Tags.entry.1.value=v", { Tags: JSON.parse('{"__proto__":"v"}') as object }],
  ["Unknown=1&constructor=2", {}],
])("the form %s", (form, expected) => {
  expect(decodeForm(shape, new Map(new URLSearchParams(form)))).toEqual(expected);
});

test.each<[unknown, unknown]>([
  [{ Name: "a", Names: null, Unknown: 1 }, { Name: "a" }],
  [{ At: 1.5 }, { At: 1500 }],
  [{ Filters: [{ Name: "n", Other: 1 }, null] }, { Filters: [{ Name: "n" }] }],
  [{ Tags: { a: "b" } }, { Tags: { a: "b" } }],
  [[1], [1]],
  ["text", "text"],
])("the JSON %j", (sent, expected) => {
  expect(decodeJson(shape, sent)).toEqual(expected);
});

const value = {
  Name: "<&>\"'\r\u0000",
  Size: 1,
  At: 1500,
  Names: ["a"],
  Filters: [{ Name: "n", Values: [] }],
  References: [{ Id: "i" }],
  Tags: { k: "v" },
  Other: "is not the shape's",
};

test("a value as JSON", () => {
  const { Other, ...known } = value;
  expect(toJson(shape, value)).toEqual({ ...known, At: 1.5 });
  expect(Other).toBeDefined();
});

test("a value as XML", () => {
  expect(toXml(shape, value)).toBe(
    "<Name>&#60;&#38;&#62;&#34;&#39;&#13;\ufffd</Name><Size>1</Size><At>1970-01-01T00:00:01.500Z</At>" +
      "<Names><member>a</member></Names><Filters><member><Name>n</Name><Values/></member></Filters>" +
      "<Reference><item><Id>i</Id></item></Reference><Tags><entry><key>k</key><value>v</value></entry></Tags>",
  );
});

describe("the first fault of a value", () => {
  const limited = structure(
    {
      Name: { kind: "string", min: 1, max: 3, pattern: "[a-z]+" },
      Result: { kind: "string", values: ["CONTINUE", "ABANDON"] },
      Size: { kind: "integer", min: 1, max: 5 },
      Filters: { kind: "list", of: structure({ Name: text }, ["Name"]), max: 1 },
      Tags: { kind: "map", key: { kind: "string", max: 1 }, value: text },
    },
    ["Name"],
  );
  test.each<[unknown, string | undefined]>([
    [{ Name: "a" }, undefined],
    [[], " is not an object"],
    [undefined, " is not an object"],
    [{}, "Name has to be given"],
    [{ Name: "" }, "Name is not 1 to 3 characters long"],
    [{ Name: "ABC" }, "Name does not match [a-z]+"],
    [{ Name: 1 }, "Name is not a text"],
    [{ Name: "a", Result: "continue" }, "Result is not one of CONTINUE, ABANDON"],
    [{ Name: "a", Size: 6 }, "Size is not from 1 to 5"],
    [{ Name: "a", Size: "many" }, "Size is not a whole number"],
    [{ Name: "a", Filters: [{}] }, "Filters[0].Name has to be given"],
    [{ Name: "a", Filters: [{ Name: "n" }, { Name: "m" }] }, "Filters does not have 0 to 1 items"],
    [{ Name: "a", Tags: { ab: "" } }, "Tags.ab is not 0 to 1 characters long"],
    [{ Name: "a", constructor: 1 }, "constructor is not one of Name, Result, Size, Filters, Tags"],
  ])("%j", (given, expected) => {
    const fault = findFault(limited, given, true);
    expect(fault && `${fault.path} ${fault.reason}`).toBe(expected);
  });
});

test("a sample has one of everything, and no page after it", () => {
  const output = structure({
    Status: { kind: "string", values: ["Created", "Ready"] },
    Things: { kind: "list", of: structure({ Name: text, At: { kind: "timestamp" } }) },
    Size: { kind: "long" },
    NextToken: text,
  }) as Extract<Shape, { kind: "structure" }>;
  const pages = { inputToken: "NextToken", outputToken: "NextToken", resultKey: "Things" };
  expect(sampleOutput({ name: "X", errors: {}, output, pages }, 7)).toEqual({
    Status: "Created",
    Things: [{ Name: "Name", At: 7 }],
    Size: 1,
  });
});
