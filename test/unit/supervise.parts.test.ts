import { expect, test } from "@jest/globals";
import { Failure, type FailureData } from "../../src/failure/failure";
import { createKeys } from "../../src/supervise/keys";
import { secondsText, timeFor } from "../../src/supervise/limit";
import { isNpmShell } from "../../src/supervise/npm-shell";
import { fits, numberAt, textAt, timeAt, valuesAt } from "../../src/supervise/path";
import { isKnown, isTransient, isWithoutVerdict } from "../../src/supervise/problem";
import type { Json, UserCommand } from "../../src/types";

const answer: Json = { a: { b: "c", n: 5 }, list: [{ x: 1, y: { z: "q" } }, { x: 2 }, null], none: null };

test.each<[string, Json[]]>([
  ["a.b", ["c"]],
  ["a.*", ["c", 5]],
  ["list[].x", [1, 2]],
  ["list[].*.z", ["q"]],
  ["list", [[{ x: 1, y: { z: "q" } }, { x: 2 }, null]]],
  ["none", []],
  ["nowhere.b[].c", []],
])("at %s stands %j", (path, values) => {
  expect(valuesAt(answer, path)).toEqual(values);
});

test("values at a path as texts, numbers and times", () => {
  expect([textAt(answer, "a.n"), textAt(answer, "a"), numberAt(answer, "a.n"), numberAt(answer, "a.b")]).toEqual([
    "5",
    undefined,
    5,
    undefined,
  ]);
  expect([fits(answer, { "a.b": "c", "a.n": "5" }), fits(answer, { "a.b": "d" }), fits(answer, {})]).toEqual([
    true,
    false,
    true,
  ]);
  const times = [1e9, "1000000000", "2001-09-09T01:46:40Z", 1e9 + 0.5, "soon", null];
  expect(times.map((t) => timeAt({ t }, "t"))).toEqual([1e12, 1e12, 1e12, 1e12 + 500, undefined, undefined]);
});

test.each<[number | undefined, number | undefined, number]>([
  [3300, undefined, 3300],
  [undefined, undefined, 0],
  [3300, 1000, 960],
  [600, 1000, 600],
  [undefined, 1000, 960],
  [0, 1000, 0],
])("of %j seconds and a service that waits for %j more, a command has %j", (timeout, left, seconds) => {
  const deadline = left === undefined ? undefined : performance.now() + left * 1000 + 500;
  expect(timeFor({ timeout, grace: 10 } as UserCommand, { deadline, reserve: 30 })).toBe(seconds);
});

test("too little time is none", () => {
  const bounds = { deadline: performance.now() + 40_000, reserve: 30 };
  expect(() => timeFor({ timeout: undefined, grace: 10 } as UserCommand, bounds)).toThrow("not-started");
  expect([secondsText(0), secondsText(1), secondsText(90)]).toEqual([
    "without a time limit",
    "1 second at most",
    "90 seconds at most",
  ]);
});

test.each<[string | undefined, string, boolean]>([
  ["'aws-lifecycle-hooks'", "sh -c 'aws-lifecycle-hooks' deploy x -- 'a b'", true],
  ["aws-lifecycle-hooks", "/bin/sh -c aws-lifecycle-hooks", true],
  ["aws-lifecycle-hooks", "sh -c aws-lifecycle-hooks2", false],
  ["aws-lifecycle-hooks y & sleep 1", "sh -c aws-lifecycle-hooks y & sleep 1", false],
  ["'sh'", "sh -c tool y & sleep 1", false],
  ["'deploy.sh'", "bash ./deploy.sh", false],
  ["'deploy.sh'", "bash ./run -c 'deploy.sh'", false],
  [undefined, "sh -c aws-lifecycle-hooks", false],
  ["'aws-lifecycle-hooks'", "", false],
])("with npm's script %j, the parent %j is npm's shell for it: %j", (script, args, isOne) => {
  const env = { npm_command: "exec", ...(script !== undefined && { npm_lifecycle_script: script }) };
  expect(isNpmShell(env, () => args)).toBe(isOne);
  expect(isNpmShell({ ...env, npm_command: "run" }, () => args)).toBe(false);
});

function serviceError(code: string, given: object = {}): FailureData {
  const rest = { message: "m", operation: "O", status: 400, isTransient: false, permissions: [], retries: undefined };
  return { kind: "service-error", code, ...rest, ...given };
}

const url = "http://127.0.0.1:1";

test.each<[FailureData, boolean, boolean]>([
  [{ kind: "connection-closed", url, answered: false }, true, true],
  [{ kind: "connection-closed", url, answered: true }, true, true],
  [{ kind: "read-timeout", url }, true, true],
  [{ kind: "report-attempt-late", seconds: 10 }, true, true],
  [{ kind: "answer-foreign", status: 200, expected: "JSON", start: "" }, true, true],
  [serviceError("500", { status: 500, isTransient: true }), true, true],
  [serviceError("ThrottlingException", { isTransient: true }), false, true],
  [serviceError("AccessDenied"), false, false],
  [{ kind: "endpoint-unreachable", url }, false, true],
  [{ kind: "connect-timeout", url }, false, true],
  [{ kind: "proxy-unreachable", proxy: url }, false, true],
  [{ kind: "parameters-invalid", problems: [] }, false, false],
])("after %j, the call may have been made: %j, and may go better: %j", (data, mayBeMade, mayGoBetter) => {
  expect([isWithoutVerdict(new Failure(data)), isTransient(new Failure(data))]).toEqual([mayBeMade, mayGoBetter]);
});

test("an error is known by its code and a part of its message", () => {
  const problem = new Failure(serviceError("ValidationError", { message: "No active Lifecycle Action found with x" }));
  expect(isKnown(problem, [{ code: "ValidationError", message: "No active Lifecycle Action found" }])).toBe(true);
  expect(isKnown(problem, [{ code: "ValidationError" }])).toBe(true);
  expect(isKnown(problem, [{ code: "ValidationError", message: "Group not found" }])).toBe(false);
  expect(isKnown(new Error("ValidationError"), [{ code: "ValidationError" }])).toBe(false);
});

const keys = (id: string, seconds?: number) => ({
  accessKeyId: id,
  secretAccessKey: "s",
  ...(seconds !== undefined && { expiration: new Date(Date.now() + seconds * 1000) }),
});
const renewed = keys("NEW", 3600);

test.each<[string, ReturnType<typeof keys>, boolean, string | undefined]>([
  ["a role's keys that last", keys("OLD", 3600), false, "OLD"],
  ["a role's keys that end within a minute", keys("OLD", 30), false, "NEW"],
  ["a role's keys that have ended", keys("OLD", -1), false, "NEW"],
  ["the environment's keys that end within a minute", keys("OLD", 30), true, "OLD"],
  ["the environment's keys that have ended", keys("OLD", -1), true, undefined],
])("with %s the next attempt signs", async (_, first, isFixed, id) => {
  const made = createKeys({ first: { ...first, isFixed }, renew: () => Promise.resolve(renewed) });
  const current = await made.current().catch(() => undefined);
  expect(current?.accessKeyId).toBe(id);
  expect(made.areDead()).toBe(id === undefined);
  expect(made.end !== undefined).toBe(isFixed);
});
