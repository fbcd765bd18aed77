import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import path from "node:path";
import { keptGrammarOf } from "../../src/operations/grammar";
import type { OperationGrammar } from "../../src/operations/operation";
import { putLifecycleEventHookExecutionStatus } from "../../src/operations/put-lifecycle-event-hook-execution-status";
import { putLifecycleHook } from "../../src/operations/put-lifecycle-hook";
import { expandUser, expandVariables } from "../../src/python/expand-path";
import { describe as inWords } from "../../src/failure/describe";
import { isFailure } from "../../src/failure/failure";
import { loadValues } from "../../src/params/load";
import { mergeInput } from "../../src/params/merge";
import { createTrace } from "../../src/io/trace";
import type { CallInvocation, Io, Json, Params } from "../../src/types";
import { globals } from "../support/globals";
import { pipeTo } from "../support/sink";
import { posixTest } from "../support/posix";

const [put, report] = [putLifecycleHook, putLifecycleEventHookExecutionStatus].map(keptGrammarOf) as [
  OperationGrammar,
  OperationGrammar,
];
const folder = mkdtempSync(path.join(tmpdir(), "params-"));

beforeAll(() => {
  const write = (name: string, content: string | Uint8Array): void => {
    writeFileSync(path.join(folder, name), content);
  };
  write("plain", "one\r\ntwo\rthree\n");
  write("my file%20", "spaced");
  write("$NOPE", "dollar");
  write("bom", "\ufefftext");
  write("binary", new Uint8Array([0xff, 0xfe, 0xfd]));
  write("number", " 60\r\n");
  write("secret", "secret");
  write("large", new Uint8Array(16 * 1024 * 1024 + 1));
  mkdirSync(path.join(folder, "sub"));
  if (process.platform !== "win32") symlinkSync("loop", path.join(folder, "loop"));
  chmodSync(path.join(folder, "secret"), 0);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function call(given: Partial<CallInvocation>): CallInvocation {
  const none = {
    lacksCommand: false,
    cliInputJson: undefined,
    skeleton: undefined,
    waiter: undefined,
    command: undefined,
    pages: undefined,
  };
  return { kind: "call", operation: put, globals, values: {}, ...none, ...given };
}

const userCommand = { timeout: 1, grace: 1, failure: "", wait: 1, heartbeat: undefined, when: undefined } as const;

const sink = pipeTo(() => undefined);

async function params(given: Partial<CallInvocation>, env: Io["env"] = {}): Promise<Params> {
  const invocation = call(given);
  const io = { env: { HOME: folder, DIR: folder, ...env }, out: sink, err: sink, trace: createTrace() };
  return mergeInput(invocation, await loadValues(invocation, { followUrls: false, io }));
}

async function problem(given: Partial<CallInvocation>): Promise<string> {
  const error: unknown = await params(given).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isFailure(error) ? inWords(error.data).text.replaceAll(folder, "/f") : String(error);
}

test.each<[string, unknown]>([
  ["x", "x"],
  ["", ""],
  ["FILE://~/plain", "FILE://~/plain"],
  ["http://127.0.0.1:1/", "http://127.0.0.1:1/"],
  ["file://~/plain", "one\ntwo\nthree\n"],
  ["file://$DIR/plain", "one\ntwo\nthree\n"],
  ["file://${DIR}/plain", "one\ntwo\nthree\n"],
  ["file://~/$NOPE", "dollar"],
  ["file://~/my file%20", "spaced"],
  ["file://~/bom", "\ufefftext"],
  ["fileb://~/binary", Buffer.from([0xff, 0xfe, 0xfd])],
])("the value %j is loaded as %j", async (typed, expected) => {
  expect(await params({ values: { "notification-metadata": typed } })).toEqual({ NotificationMetadata: expected });
});

const notRoot = userInfo().uid !== 0;

posixTest.each<[string, string]>([
  ["nope", "Unable to load paramfile file://$DIR/nope: [Errno 2] No such file or directory: '/f/nope'"],
  ["it's", `Unable to load paramfile file://$DIR/it's: [Errno 2] No such file or directory: "/f/it's"`],
  ["sub", "Unable to load paramfile file://$DIR/sub: [Errno 21] Is a directory: '/f/sub'"],
  ["plain/x", "Unable to load paramfile file://$DIR/plain/x: [Errno 20] Not a directory: '/f/plain/x'"],
  [
    "loop",
    `Unable to load paramfile file://$DIR/loop: [Errno ${process.platform === "darwin" ? 62 : 40}] Too many levels of symbolic links: '/f/loop'`,
  ],
  ["large", "Unable to load paramfile file://$DIR/large: it is longer than 16777216 bytes"],
  [
    "binary",
    "Unable to load paramfile (/f/binary), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.",
  ],
  ...(notRoot
    ? [
        ["secret", "Unable to load paramfile file://$DIR/secret: [Errno 13] Permission denied: '/f/secret'"] as [
          string,
          string,
        ],
      ]
    : []),
])("the file %j cannot be loaded: %s", async (name, expected) => {
  expect(await problem({ values: { "role-arn": `file://$DIR/${name}` } })).toBe(
    `Error parsing parameter '--role-arn': ${expected}`,
  );
});

posixTest("a pipe is read to its end", async () => {
  const pipe = path.join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  const late = setTimeout(() => {
    writeFileSync(pipe, "from a pipe");
  }, 50);
  expect(await params({ values: { "role-arn": `file://${pipe}` } })).toEqual({ RoleARN: "from a pipe" });
  clearTimeout(late);
});

test.each<[string, unknown]>([
  ["60", 60],
  [" +6_0 ", 60],
  ["-5", -5],
  ["file://~/number", 60],
  ["fileb://~/number", 60],
  ["60.0", "Error parsing parameter '--heartbeat-timeout': not a usable integer: '60.0'"],
  ["", "Error parsing parameter '--heartbeat-timeout': not a usable integer: ''"],
  ["file://~/plain", "Error parsing parameter '--heartbeat-timeout': not a usable integer: 'one\\ntwo\\nthree\\n'"],
])("the integer %j is %j", async (typed, expected) => {
  const given = { values: { "heartbeat-timeout": typed } };
  if (typeof expected === "number") expect(await params(given)).toEqual({ HeartbeatTimeout: expected });
  else expect(await problem(given)).toBe(expected);
});

test("values are loaded in the declaration's order, and --cli-input-json last", async () => {
  const values = { "default-result": "file://d", "heartbeat-timeout": "x", "lifecycle-hook-name": "file://~/plain" };
  expect(await problem({ values, cliInputJson: "file://j" })).toMatch(/'--heartbeat-timeout'/);
  expect(await problem({ values: { "default-result": "file://d" }, cliInputJson: "file://j" })).toMatch(
    /'--default-result'/,
  );
  expect(await problem({ cliInputJson: "file://j" })).toMatch(
    /'--cli-input-json': Unable to load paramfile file:\/\/j: /,
  );
});

test.each<[Readonly<Record<string, string>>, string, Json]>([
  [{}, "{}", {}],
  [{}, ' {"status": "Failed"}\n', { status: "Failed" }],
  [{ "deployment-id": "flag" }, '{"deploymentId":"json","status":null}', { deploymentId: "flag", status: null }],
  [{ "deployment-id": "" }, '{"deploymentId":"json"}', { deploymentId: "" }],
  [{}, '{"status":1,"status":2}', { status: 2 }],
  [{}, '\ufeff{"status":"é🚀\\ud83d\\ude80"}', { status: "é🚀🚀" }],
  [{}, '{"status":"file://~/plain"}', { status: "file://~/plain" }],
])("%j with the input %s gives %j", async (values, cliInputJson, expected) => {
  expect(await params({ operation: report, values, cliInputJson })).toEqual(expected);
});

test("the options come first, then the members as they are given", async () => {
  const merged = await params({
    operation: report,
    values: { status: "s" },
    cliInputJson: '{"z":1,"deploymentId":2,"status":3,"__proto__":4,"constructor":5}',
  });
  expect(Object.entries(merged)).toEqual([
    ["status", "s"],
    ["z", 1],
    ["deploymentId", 2],
    ["__proto__", 4],
    ["constructor", 5],
  ]);
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
});

test("bytes are JSON in UTF-8, or in UTF-16 with a byte order mark", async () => {
  const json = '\ufeff{"status":"é"}';
  const big = Buffer.from(json, "utf16le").swap16();
  for (const bytes of [Buffer.from(json), Buffer.from(json, "utf16le"), big]) {
    writeFileSync(path.join(folder, "input"), bytes);
    expect(await params({ operation: report, cliInputJson: "fileb://~/input" })).toEqual({ status: "é" });
  }
});

const invalid = "Error parsing parameter 'cli-input-json': Invalid JSON: ";

test.each<[string, string]>([
  ["[]", "expected an object with the members of the input, not a list\nJSON received: []"],
  ["null", "expected an object with the members of the input, not null\nJSON received: null"],
  ['"x"', 'expected an object with the members of the input, not a string\nJSON received: "x"'],
  ["5", "expected an object with the members of the input, not a number\nJSON received: 5"],
  ["true", "expected an object with the members of the input, not a boolean\nJSON received: true"],
  ["", "Expecting value: line 1 column 1 (char 0)\nJSON received: "],
  ["./in.json", "Expecting value: line 1 column 1 (char 0)\nJSON received: ./in.json"],
  ['{"a":NaN}', 'Expecting value: line 1 column 6 (char 5)\nJSON received: {"a":NaN}'],
  [
    "\ufeff{bad}",
    "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\nJSON received: \ufeff{bad}",
  ],
  [`{"a":${"[".repeat(2000)}${"]".repeat(2000)}}`, "nested more than 1000 levels deep"],
  [
    `${"[".repeat(100_000)}${"]".repeat(100_000)}`.slice(0, -1),
    "Expecting ',' delimiter: line 1 column 200000 (char 199999)",
  ],
])("the input %j is refused", async (cliInputJson, expected) => {
  expect((await problem({ cliInputJson })).slice(0, invalid.length + expected.length)).toBe(invalid + expected);
});

test("the input may not hold what a command's end decides", async () => {
  const command = { ...userCommand, words: ["make"] } as const;
  const given = { operation: report, command };
  expect(await params({ ...given, cliInputJson: '{"deploymentId":"d"}' })).toEqual({ deploymentId: "d" });
  expect(await problem({ ...given, cliInputJson: '{"status":null}' })).toBe(
    "aws: error: argument --cli-input-json: not allowed with a command after --, whose end decides status",
  );
});

test.each<[string, string]>([
  ["~", "/home/me"],
  ["~/x", "/home/me/x"],
  ["~no such user/x", "~no such user/x"],
  ["x~", "x~"],
  ["", ""],
])("%j is %j for its user", (given, expected) => {
  expect(expandUser(given, { HOME: "/home/me/" })).toBe(expected);
});

test("a home that is the root stays one", () => {
  expect(expandUser("~", { HOME: "/" })).toBe("/");
  expect(expandUser("~/x", { HOME: "/" })).toBe("/x");
});

test.each<[string, string]>([
  ["$A/${A}x/$A.b", "1/1x/1.b"],
  ["$AB ${B} $", "$AB ${B} $"],
  ["${A", "${A"],
  ["$E$F", "$A"],
  ["$constructor", "$constructor"],
])("%j is %j with its variables", (given, expected) => {
  expect(expandVariables(given, { A: "1", E: "$A", F: "" })).toBe(expected);
});
