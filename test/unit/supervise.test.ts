import { expect, test } from "@jest/globals";
import { putLifecycleEventHookExecutionStatus as operation } from "../../src/operations/put-lifecycle-event-hook-execution-status";
import { commandLine } from "../../src/supervise/by-hand";
import type { Ending } from "../../src/supervise/conduct";
import { durationText } from "../../src/supervise/duration";
import { endingText, exitCodeOf, isSuccess } from "../../src/supervise/ending";
import { createTrace } from "../../src/io/trace";
import type { CallRequest, Globals, Params, Settings } from "../../src/types";
import { globals } from "../support/globals";

test.each<[number, string]>([
  [0, "0.1 seconds"],
  [1000, "1 second"],
  [1449, "1.4 seconds"],
  [9949, "9.9 seconds"],
  [9950, "10 seconds"],
  [59_499, "59 seconds"],
  [59_500, "1 minute"],
  [61_000, "1 minute 1 second"],
  [3_300_000, "55 minutes"],
  [3_599_600, "1 hour"],
  [3_605_000, "1 hour"],
  [7_325_000, "2 hours 2 minutes"],
])("%d ms are %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});

test.each<[Ending, number, string]>([
  [{ kind: "exited", code: 0 }, 0, "./check exited with 0 after 2 seconds"],
  [{ kind: "exited", code: 3 }, 3, "./check exited with 3 after 2 seconds"],
  [{ kind: "killed", signal: "SIGSEGV" }, 139, "./check was ended by SIGSEGV after 2 seconds"],
  [{ kind: "timed-out", limit: 1 }, 124, "./check was stopped at its limit of 1 second, and was gone after 2 seconds"],
  [{ kind: "timed-out", limit: 2 }, 124, "./check was stopped at its limit of 2 seconds"],
  [{ kind: "overtaken", sentence: "It is over." }, 255, "./check was stopped after 2 seconds"],
  [{ kind: "interrupted", signal: "SIGINT" }, 130, "SIGINT came while ./check ran, which was ended after 2 seconds"],
])("%j gives exit code %d", (ending, exitCode, text) => {
  expect(exitCodeOf(ending)).toBe(exitCode);
  expect(isSuccess(ending)).toBe(exitCode === 0);
  expect(endingText(ending, { ran: 2000, isLeft: false }, "./check")).toBe(text);
});

test.each<[Ending, string, string]>([
  [
    { kind: "not-started", code: 127, problem: "spawn x ENOENT" },
    "x",
    "x was not found, or the interpreter that it names was not",
  ],
  [{ kind: "not-started", code: 126, problem: "spawn E2BIG" }, "x", "x could not be started (spawn E2BIG)"],
  [
    { kind: "not-started", code: 126, problem: "permission" },
    "./x",
    "./x could not be started (permission denied: is it executable?)",
  ],
  [{ kind: "interrupted", signal: "SIGTERM" }, "my check\n", "SIGTERM came before 'my check?' was started"],
])("%j, never started, is told on one line", (ending, word, text) => {
  expect(endingText(ending, { ran: undefined, isLeft: false }, word)).toBe(text);
  expect(isSuccess(ending)).toBe(false);
});

test.each<[Params, Partial<Globals>, string | undefined, string]>([
  [{ deploymentId: "d-1", status: "Failed" }, {}, undefined, "--deployment-id d-1 --status Failed --region eu-west-1"],
  [{ deploymentId: "it's" }, {}, undefined, "--deployment-id 'it'\\''s' --region eu-west-1"],
  [{ deploymentId: "-x y" }, {}, undefined, "--deployment-id='-x y' --region eu-west-1"],
  [
    {},
    { profile: "my prof", caBundle: "/ca.pem", verifySsl: false, signRequest: false },
    "http://127.0.0.1:1",
    "--region eu-west-1 --profile 'my prof' --endpoint-url http://127.0.0.1:1 --ca-bundle /ca.pem --no-verify-ssl --no-sign-request",
  ],
])("%j by hand, with %j", (params, given, endpointUrl, options) => {
  const settings = { region: "eu-west-1", endpointUrl } as Settings;
  const request: CallRequest = { operation, params, settings, credentials: undefined, trace: createTrace() };
  const line = `aws-lifecycle-hooks deploy put-lifecycle-event-hook-execution-status ${options}`;
  expect(commandLine(request, { ...globals, ...given })).toBe(line);
});
