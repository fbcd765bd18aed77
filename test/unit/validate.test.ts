import { beforeAll, expect, test } from "@jest/globals";
import { loadOperation, type OperationBundle } from "../../src/operations/load";
import { describe as inWords } from "../../src/failure/describe";
import { model } from "../../models/autoscaling/put-lifecycle-hook";
import type { Params } from "../../src/types";
import { validate } from "../../src/params/validate";

let put: OperationBundle;
let report: OperationBundle;

beforeAll(async () => {
  put = await loadOperation({ word: "put-lifecycle-hook" });
  report = await loadOperation({ word: "put-lifecycle-event-hook-execution-status" });
});

function lines({ operation, check }: OperationBundle, params: Params): string[] {
  return validate(operation, check, params).map((problem) =>
    inWords({ kind: "parameters-invalid", problems: [problem] }).text.replace("Parameter validation failed:\n", ""),
  );
}

const names = { LifecycleHookName: "h", AutoScalingGroupName: "g" };
const members = Object.keys(model.input.members).join(", ");

test.each<[Params, string[]]>([
  [names, []],
  [
    {},
    [
      'Missing required parameter in input: "LifecycleHookName"',
      'Missing required parameter in input: "AutoScalingGroupName"',
    ],
  ],
  [
    { HeartbeatTimeout: "x", b: 1, RoleARN: "", AutoScalingGroupName: 5, a: 2 },
    [
      'Missing required parameter in input: "LifecycleHookName"',
      `Unknown parameter in input: "b", must be one of: ${members}`,
      `Unknown parameter in input: "a", must be one of: ${members}`,
      "Invalid type for parameter HeartbeatTimeout, value: x, type: string, valid types: integer",
      "Invalid length for parameter RoleARN, value: 0, valid min length: 1",
      "Invalid type for parameter AutoScalingGroupName, value: 5, type: number, valid types: string",
    ],
  ],
  [
    JSON.parse('{"LifecycleHookName":"h","AutoScalingGroupName":"g","__proto__":{"polluted":true}}') as Params,
    [`Unknown parameter in input: "__proto__", must be one of: ${members}`],
  ],
])("the input %j has the problems %j", (params, expected) => {
  expect(lines(put, params)).toEqual(expected);
});

const text = "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*";
const rockets = "🚀".repeat(255);

test.each<[string, unknown, string | undefined]>([
  ["LifecycleHookName", "aZ09-_/", undefined],
  ["LifecycleHookName", "x".repeat(255), undefined],
  ["LifecycleHookName", "", "Invalid length for parameter LifecycleHookName, value: 0, valid min length: 1"],
  [
    "LifecycleHookName",
    " ".repeat(256),
    "Invalid length for parameter LifecycleHookName, value: 256, valid max length: 255",
  ],
  [
    "LifecycleHookName",
    "a b",
    "Invalid value for parameter LifecycleHookName, value: a b, valid pattern: [A-Za-z0-9\\-_\\/]+",
  ],
  [
    "LifecycleHookName",
    "a\n",
    "Invalid value for parameter LifecycleHookName, value: a\n, valid pattern: [A-Za-z0-9\\-_\\/]+",
  ],
  ["AutoScalingGroupName", rockets, undefined],
  [
    "AutoScalingGroupName",
    `${rockets}x`,
    "Invalid length for parameter AutoScalingGroupName, value: 256, valid max length: 255",
  ],
  ["AutoScalingGroupName", "\t\r\n ~", undefined],
  [
    "AutoScalingGroupName",
    "\u0001",
    `Invalid value for parameter AutoScalingGroupName, value: \u0001, valid pattern: ${text}`,
  ],
  [
    "AutoScalingGroupName",
    "\uffff",
    `Invalid value for parameter AutoScalingGroupName, value: \uffff, valid pattern: ${text}`,
  ],
  [
    "AutoScalingGroupName",
    "\ud83d",
    `Invalid value for parameter AutoScalingGroupName, value: \ud83d, valid pattern: ${text}`,
  ],
  ["NotificationTargetARN", "", undefined],
  ["NotificationMetadata", "~ \t\r\n", undefined],
  [
    "NotificationMetadata",
    "m".repeat(4001),
    "Invalid length for parameter NotificationMetadata, value: 4001, valid max length: 4000",
  ],
  ["HeartbeatTimeout", 30, undefined],
  ["HeartbeatTimeout", JSON.parse("60.0"), undefined],
  ["HeartbeatTimeout", 29, "Invalid range for parameter HeartbeatTimeout, value: 29, valid min value: 30"],
  ["HeartbeatTimeout", 7201, "Invalid range for parameter HeartbeatTimeout, value: 7201, valid max value: 7200"],
  [
    "HeartbeatTimeout",
    1.5,
    "Invalid type for parameter HeartbeatTimeout, value: 1.5, type: number, valid types: integer",
  ],
  [
    "HeartbeatTimeout",
    Infinity,
    "Invalid type for parameter HeartbeatTimeout, value: Infinity, type: number, valid types: integer",
  ],
  [
    "HeartbeatTimeout",
    true,
    "Invalid type for parameter HeartbeatTimeout, value: True, type: boolean, valid types: integer",
  ],
  ["DefaultResult", "CONTINUE", undefined],
  ["DefaultResult", "", "Invalid value for parameter DefaultResult, value: , valid values: CONTINUE, ABANDON"],
  ["DefaultResult", null, "Invalid type for parameter DefaultResult, value: None, type: null, valid types: string"],
  ["DefaultResult", [1], "Invalid type for parameter DefaultResult, value: [1], type: list, valid types: string"],
  ["DefaultResult", {}, "Invalid type for parameter DefaultResult, value: {}, type: object, valid types: string"],
  [
    "DefaultResult",
    new Uint8Array(3),
    "Invalid type for parameter DefaultResult, value: (3 bytes), type: bytes, valid types: string",
  ],
])("%s %j: %s", (member, value, expected) => {
  expect(lines(put, { ...names, [member]: value })).toEqual(expected === undefined ? [] : [expected]);
});

test("every member of deploy may be missing", () => {
  expect(lines(report, {})).toEqual([]);
  expect(lines(report, { status: "succeeded" })).toEqual([
    "Invalid value for parameter status, value: succeeded, valid values: Pending, InProgress, Succeeded, Failed, Skipped, Unknown",
  ]);
});
