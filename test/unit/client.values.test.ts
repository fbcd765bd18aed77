import { describe, expect, test } from "@jest/globals";
import { jsonText } from "../../src/python/json-text";
import { isFailure } from "../../src/failure/failure";
import { createDeployment } from "../../src/operations/create-deployment";
import { describeAutoScalingGroups } from "../../src/operations/describe-auto-scaling-groups";
import { listDeployments } from "../../src/operations/list-deployments";
import type { Operation } from "../../src/operations/operation";
import { parseJson } from "../../src/python/json";
import { isoTime, parseTimestamp } from "../../src/python/timestamp";
import { wire as json } from "../../src/sdk/json";
import { wire as query } from "../../src/sdk/query";
import type { Wire } from "../../src/sdk/wire";
import type { Params } from "../../src/types";

/** What Python 3.11 prints for `json.dumps(json.loads(text), separators=(",", ":"))`. */
test.each([
  ["100.0", "100.0"],
  ["1e2", "100.0"],
  ["1E+2", "100.0"],
  ["1e21", "1e+21"],
  ["1e16", "1e+16"],
  ["1e15", "1000000000000000.0"],
  ["5e-07", "5e-07"],
  ["0.0001", "0.0001"],
  ["-0", "0"],
  ["-0.0", "-0.0"],
  ["12345678901234567890", "12345678901234567890"],
  ["-9007199254740993", "-9007199254740993"],
  ["123456789012345680.0", "1.2345678901234568e+17"],
  ["1732230000.123456", "1732230000.123456"],
  ["1.732230000123E9", "1732230000.123"],
  ["1e400", "Infinity"],
  ['"100.0"', '"100.0"'],
  ['["a\\\\", 1.0, "1.0\\"2.0", 2.0]', '["a\\\\",1.0,"1.0\\"2.0",2.0]'],
  ['{"1.0":{"a":[1.0,{"b":1}]},"\\"":3.0}', '{"1.0":{"a":[1.0,{"b":1}]},"\\"":3.0}'],
])("%s is shown as %s", (text, shown) => {
  expect(jsonText(parseJson(text), { indent: null, ascii: false })).toBe(shown);
});

test.each(["1.", ".5", "01.0", "+1.0", "1.0.0", "1.0e", "--1.0", "1.0x", "NaN", '"1.0', "[1.0"])(
  "%s is no JSON",
  (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  },
);

/** Seconds of botocore's `parse_to_aware_datetime`. */
test.each<[string | number, number | undefined]>([
  [1715000000.75, 1715000000.75],
  ["1715000000", 1715000000],
  ["20240506", 20240506],
  ["-1", -1],
  ["2024-05-06", 1714953600],
  ["2024/05/06", 1714953600],
  ["2024-05-06 07:08:09", 1714979289],
  ["2024-05-06T07:08:09.123Z", 1714979289.123],
  ["2024-05-06T07:08:09+02:00", 1714972089],
  ["20240506T070809Z", 1714979289],
  ["Mon, 06 May 2024 07:08:09 GMT", 1714979289],
  ["2024-02-30", undefined],
  ["2024-13-01", undefined],
  ["yesterday", undefined],
  ["", undefined],
])("the time %j is %j", (text, seconds) => {
  expect(parseTimestamp(text)).toBe(seconds);
});

test.each([
  [1714979289, "2024-05-06T07:08:09Z"],
  [1714979289.5, "2024-05-06T07:08:09.500000Z"],
  [-1, "1969-12-31T23:59:59Z"],
])("the time %d is written %s", (seconds, text) => {
  expect(isoTime(seconds)).toBe(text);
});

function written(wire: Wire, operation: Operation, params: Params): unknown {
  try {
    return wire.input(params, operation);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return error.data;
  }
}

describe("an input is written as aws-cli writes it", () => {
  test.each<[string, Wire, Operation, Params, unknown]>([
    [
      "times in whole seconds",
      json,
      listDeployments,
      { createTimeRange: { start: "2024-05-06T07:08:09.9Z", end: -0.5 } },
      { createTimeRange: { start: 1714979289, end: -1 } },
    ],
    ["values of any type", json, listDeployments, { applicationName: [null, {}] }, { applicationName: [null, {}] }],
    [
      "booleans in a form",
      query,
      describeAutoScalingGroups,
      { IncludeInstances: false, MaxRecords: true, NextToken: null },
      { IncludeInstances: "false", MaxRecords: "True", NextToken: "None" },
    ],
    [
      "what is no boolean in a form",
      query,
      describeAutoScalingGroups,
      { IncludeInstances: "no", AutoScalingGroupNames: null },
      { IncludeInstances: "true", AutoScalingGroupNames: [] },
    ],
    [
      "lists of structures in a form",
      query,
      describeAutoScalingGroups,
      {
        Filters: [
          { Name: "n", Values: [] },
          { Name: "m", Values: ["a", 1] },
        ],
      },
      {
        Filters: [
          { Name: "n", Values: [] },
          { Name: "m", Values: ["a", "1"] },
        ],
      },
    ],
  ])("%s", (_, wire, operation, params, expected) => {
    expect(written(wire, operation, params)).toEqual(expected);
  });

  test.each<[string, Wire, Operation, Params, string, string]>([
    ["an unknown member", json, listDeployments, { none: 1 }, "unknown", ""],
    ["one within", json, createDeployment, { revision: { s3Location: { none: 1 } } }, "unknown", "revision.s3Location"],
    ["one in a list", query, describeAutoScalingGroups, { Filters: [{ none: 1 }] }, "unknown", "Filters[0]"],
    ["bytes within", json, createDeployment, { revision: { sha: new Uint8Array(1) } }, "unknown", "revision"],
    [
      "a time that is none",
      json,
      listDeployments,
      { createTimeRange: { start: "x" } },
      "type",
      "createTimeRange.start",
    ],
    ["a list that is a text", query, describeAutoScalingGroups, { Filters: "x" }, "type", "Filters"],
    ["a structure that is a text", query, describeAutoScalingGroups, { Filters: ["x"] }, "type", "Filters[0]"],
    ["a text that is a list", query, describeAutoScalingGroups, { NextToken: [] }, "type", "NextToken"],
  ])("%s is refused", (_, wire, operation, params, kind, path) => {
    expect(written(wire, operation, params)).toMatchObject({ problems: [{ kind, path }] });
  });
});
