import { expect, test } from "@jest/globals";
import { describe as inWords } from "../../src/failure/describe";
import type { FailureData } from "../../src/failure/failure";
import { callExamples } from "../support/failures/calls";
import { commandLineExamples } from "../support/failures/command-line";
import { configurationExamples } from "../support/failures/configuration";
import { credentialExamples } from "../support/failures/credentials";
import type { Examples, Unusual } from "../support/failures/examples";
import { inputExamples } from "../support/failures/input";
import { outcomeExamples } from "../support/failures/outcome";

/** All kinds; the compiler sees to it that none is left out. */
const examples: Examples<FailureData> = {
  ...commandLineExamples,
  ...configurationExamples,
  ...credentialExamples,
  ...inputExamples,
  ...callExamples,
  ...outcomeExamples,
  unforeseen: [{ message: "It broke." }, "It broke."],
};

test.each(Object.entries<readonly [object, string, Unusual?]>(examples))("%s has its words", (kind, example) => {
  const [data, text, unusual] = example;
  const failure = { kind, ...data } as FailureData;
  expect(inWords(failure)).toStrictEqual({ lead: "blank", exitCode: 255, text, ...unusual });
});

const url = "https://x.test/";
const acceptor = { state: "failure", matcher: "pathAny", argument: "a[]", expected: "Failed" } as const;

test.each<readonly [FailureData, string]>([
  [
    { kind: "attempt-timeout", url, seconds: 60, isUnsent: true },
    `No complete answer within 60 seconds from endpoint URL: "${url}".`,
  ],
  [
    { kind: "answer-foreign", status: 201, expected: "readable", start: "" },
    "Unable to parse response (not readable): the answer with status 201 is not the service's. The call may have been made.",
  ],
  [
    { kind: "process-failed", exitCode: null, stderr: "" },
    "Error when retrieving credentials from custom-process: the command was ended by a signal",
  ],
  [
    { kind: "value-unprintable", place: "--x", file: "f", character: "\0" },
    "--x has a control character in it (\\u0000), from f",
  ],
  [
    { kind: "parked-missing", name: "/a", seconds: 2, problem: { kind: "read-timeout", url }, hasCommand: false },
    `Read timeout on endpoint URL: "${url}"\nThe parameter /a was not there within 2 seconds. Nothing was reported.`,
  ],
  [
    { kind: "waiter-failed", waiter: "W", reason: { kind: "failed", acceptor } },
    'Waiter W failed: Waiter encountered a terminal failure state: For expression "a[]" we matched expected path: "Failed" at least once',
  ],
  [
    { kind: "waiter-failed", waiter: "W", reason: { kind: "error", code: "Gone", message: "no" } },
    "Waiter W failed: An error occurred (Gone): no",
  ],
  [
    { kind: "waiter-failed", waiter: "W", reason: { kind: "attempts", acceptor: undefined } },
    "Waiter W failed: Max attempts exceeded",
  ],
  [
    { kind: "waiter-failed", waiter: "W", reason: { kind: "time", seconds: 0, status: "" } },
    "Waiter W failed: The status was still unknown after 0 seconds",
  ],
])("%j has other words", (failure, text) => {
  expect(inWords(failure).text).toBe(text);
});
