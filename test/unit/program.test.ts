import { expect, test } from "@jest/globals";
import { describe as inWords } from "../../src/failure/describe";
import { isFailure } from "../../src/failure/failure";
import { parse } from "../../src/arguments/parse";
import type { Invocation } from "../../src/types";

const report = "put-lifecycle-event-hook-execution-status";

/** What the line asks for, in a line: only what is not the default. */
async function outcome(argv: readonly string[]): Promise<string> {
  try {
    return summary(await parse(argv, () => Promise.resolve()));
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { text, exitCode } = inWords(error.data);
    return `${exitCode} ${text}`;
  }
}

function summary(invocation: Invocation): string {
  if (invocation.kind !== "call") return JSON.stringify(invocation);
  const { operation, values, cliInputJson, skeleton, command } = invocation;
  return `${operation.word} ${JSON.stringify({ ...values, cliInputJson, skeleton, command })}`;
}

test.each<[readonly string[], string]>([
  [["--version"], '{"kind":"version"}'],
  [["help"], '{"kind":"help","path":[]}'],
  [["--region", "x", "help", "--bogus"], '{"kind":"help","path":[]}'],
  [["--", "help"], '{"kind":"help","path":[]}'],
  [["help", "deploy"], '{"kind":"help","path":["deploy"]}'],
  [["help", "deploy", report], `{"kind":"help","path":["deploy","${report}"]}`],
  [["deploy", "help", "me", "--bogus"], '{"kind":"help","path":["deploy"]}'],
  [["deploy", report, "help"], `{"kind":"help","path":["deploy","${report}"]}`],
  [["deploy", report, "--", "help"], `{"kind":"help","path":["deploy","${report}"]}`],
  [["autoscaling", "put-lifecycle-hook", "help"], '{"kind":"help","path":["autoscaling","put-lifecycle-hook"]}'],
  [["completion", "zsh"], '{"kind":"completion","shell":"zsh"}'],
  [["completion", "help"], '{"kind":"help","path":[]}'],
  [["completion", "--help"], '{"kind":"help","path":[]}'],
  [["stand-in"], '{"kind":"stand-in","words":[]}'],
  [["stand-in", "--region", "--", "a", "--"], '{"kind":"stand-in","words":["--region","--","a","--"]}'],
])("%j asks for %s", async (argv, expected) => {
  expect(await outcome(argv)).toBe(expected);
});

const put = ["autoscaling", "put-lifecycle-hook"];

test.each<[readonly string[], string]>([
  [["deploy", report], "put-lifecycle-event-hook-execution-status {}"],
  [
    ["--deb", "deploy", "--region=x", report, "--sta", "a", "--dep=", "--status", "b"],
    'put-lifecycle-event-hook-execution-status {"deployment-id":"","status":"b"}',
  ],
  [["deploy", report, "--generate"], 'put-lifecycle-event-hook-execution-status {"skeleton":"input"}'],
  [["deploy", report, "--cli-input", "{}"], 'put-lifecycle-event-hook-execution-status {"cliInputJson":"{}"}'],
  [["deploy", report, "--", "--status", "x"], 'put-lifecycle-event-hook-execution-status {"status":"x"}'],
  [["deploy", report, "--status", "x", "--"], 'put-lifecycle-event-hook-execution-status {"status":"x"}'],
  [
    [...put, "--heart", "60", "--auto", "g", "--lifecycle-h", "h"],
    'put-lifecycle-hook {"lifecycle-hook-name":"h","auto-scaling-group-name":"g","heartbeat-timeout":"60"}',
  ],
  [[...put, "--role", "r", "--cli-input-json={}"], 'put-lifecycle-hook {"role-arn":"r","cliInputJson":"{}"}'],
  [[...put, "--generate"], 'put-lifecycle-hook {"skeleton":"input"}'],
])("%j is the call %s", async (argv, expected) => {
  expect(await outcome(argv)).toBe(expected);
});

test.each<[readonly string[], string]>([
  [[...put], "2 aws: error: the following arguments are required: --lifecycle-hook-name, --auto-scaling-group-name"],
  [
    [...put, "--auto", "g", "--generate", "output"],
    "2 aws: error: the following arguments are required: --lifecycle-hook-name",
  ],
  [
    [...put, "help", "--bogus"],
    "2 aws: error: the following arguments are required: --lifecycle-hook-name, --auto-scaling-group-name",
  ],
  [[...put, "a", "--cli-input-json", "{}", "--bogus", "b", "--", "c"], "255 Unknown options: --bogus, b, --, c, a"],
  [[...put, "--cli-input-json", "{}", "--", "make"], "255 Unknown options: make"],
  [["deploy", report, "--", "-x", "y"], "255 Unknown options: -x, y"],
  [["deploy", "--", report, "make"], "255 Unknown options: make"],
  [
    ["deploy", report, "--cli-read-timeout", "a'b"],
    `255 Bad value for --cli-read-timeout "a'b": not a whole number of seconds`,
  ],
  [
    ["deploy", report, "--cli-connect-timeout", "1.5", "--bogus"],
    "255 Bad value for --cli-connect-timeout '1.5': not a whole number of seconds",
  ],
  [["completion"], "2 aws: error: the following arguments are required: shell"],
  [["completion", "zsh", "x"], "255 Unknown options: x"],
])("%j is refused: %s", async (argv, expected) => {
  expect(await outcome(argv)).toBe(expected);
});

const words = '"words":["make","--status","--"]';

test.each<[readonly string[], string]>([
  [
    ["deploy", report, "--", "make", "--status", "--"],
    `put-lifecycle-event-hook-execution-status {"command":{${words},"timeout":3300,"grace":10,"failure":"Failed","wait":0}}`,
  ],
  [
    ["deploy", report, "--cli-command-timeout", "0", "--cli-command-g", " 5 ", "--", "make", "--status", "--"],
    `put-lifecycle-event-hook-execution-status {"command":{${words},"timeout":0,"grace":5,"failure":"Failed","wait":0}}`,
  ],
  [
    ["deploy", report, "--", "help", "me"],
    'put-lifecycle-event-hook-execution-status {"command":{"words":["help","me"],"timeout":3300,"grace":10,"failure":"Failed","wait":0}}',
  ],
  [
    ["deploy", report, "--", ""],
    'put-lifecycle-event-hook-execution-status {"command":{"words":[""],"timeout":3300,"grace":10,"failure":"Failed","wait":0}}',
  ],
  [
    ["deploy", report, "--status=", "--", "make"],
    "2 aws: error: argument --status: not allowed with a command after --, whose end decides status",
  ],
  [
    ["deploy", report, "--cli-command-timeout", "x", "--", "make"],
    "2 aws: error: argument --cli-command-timeout: expected a whole number of seconds, not 'x'",
  ],
  [
    ["deploy", report, "--cli-command-grace=-1", "--", "make"],
    "2 aws: error: argument --cli-command-grace: expected a whole number of seconds, not '-1'",
  ],
  [
    ["deploy", report, "--cli-command-grace", "1", "--"],
    "2 aws: error: argument --cli-command-grace: of use only with a command after --",
  ],
  [["deploy", report, "--bogus", "--", "make"], "255 Unknown options: --bogus"],
  [[...put, "--cli-input-json", "{}", "--cli-command-grace", "1"], "255 Unknown options: --cli-command-grace, 1"],
])("%j with a command is %s", async (argv, expected) => {
  expect(await outcome(argv)).toBe(expected);
});

test("the global options are checked before the timeouts, and both before the operation", async () => {
  const line = ["deploy", "--cli-read-timeout", "x", "--query", "[", "no-such-operation"];
  await expect(parse(line, () => Promise.reject(new Error("checked")))).rejects.toThrow("checked");
  expect(await outcome(line)).toMatch(/^255 Bad value for --cli-read-timeout/);
  expect(await outcome(["deploy", "no-such-operation"])).toMatch(/^2 aws: error: argument operation: Invalid choice/);
});

test("the global options are read into one place", async () => {
  const flags = ["--debug", "--no-verify-ssl", "--no-paginate", "--no-sign-request", "--v2-debug"];
  const valued = ["--output=text", "--query=a", "--profile=p", "--region=r", "--color=on", "--ca-bundle=c"];
  const times = ["--cli-read-timeout=0", "--cli-connect-timeout=5", "--endpoint-url=http://e"];
  const none = await parse(["deploy", report], () => Promise.resolve());
  const all = await parse([...flags, "deploy", ...valued, report, ...times], () => Promise.resolve());
  expect(none).toMatchObject({ globals: { debug: false, verifySsl: true, signRequest: true, color: "auto" } });
  expect(all).toMatchObject({
    globals: {
      debug: true,
      endpointUrl: "http://e",
      verifySsl: false,
      output: "text",
      query: "a",
      profile: "p",
      region: "r",
      color: "on",
      signRequest: false,
      caBundle: "c",
      readTimeout: 0,
      connectTimeout: 5,
    },
  });
});
