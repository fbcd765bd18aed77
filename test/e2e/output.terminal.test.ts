import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import path from "node:path";
import { createFolders, runProgram, type Folders } from "../support/program";
import { startService, type TestService } from "../support/service";
import { canMakeTerminals, startOnTerminal } from "../support/terminal";

let service: TestService;
let folders: Folders;

beforeAll(async () => {
  [service, folders] = await Promise.all([startService(), createFolders()]);
});
afterAll(() => Promise.all([service.stop(), folders.remove()]));

if (!canMakeTerminals)
  process.stderr.write("skipped: answers on a terminal, which take the script command of util-linux\n");

const env = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
const wild = "a\u001b]0;owned\u0007b\u009b31mc\u202ed\u007fe\rf\u0008\u200fg\tü";
/** What a service and a user's own query can bring to a terminal. */
const driving = /[\u0000-\u0008\u000b\u000c\u000e-\u001a\u001c-\u001f\u007f-\u009f\u202e\u200f]/; // eslint-disable-line no-control-regex
/** The program's own colours. */
const colours = /\u001b\[(?:1|2|22|33|34|39)m/g; // eslint-disable-line no-control-regex

const lines: readonly (readonly [name: string, words: readonly string[], shown: string])[] = [
  ["json", [], "a\\u001b]0;owned\\u0007b\\u009b31mc\\u202ed\\u007fe\\rf\\b\\u200fg\\tü"],
  ["text", ["--output", "text"], "a\\x1b]0;owned\\x07b\\x9b31mc\\u202ed\\x7fe\\x0df\\x08\\u200fg"],
  ["table", ["--output", "table"], "a\\x1b]0;owned\\x07b\\x9b31mc\\u202ed\\x7fe\\x0df\\x08\\u200fg"],
  ["table without colours", ["--output", "table", "--color", "off"], "a\\x1b]0;owned\\x07b\\x9b31mc"],
  ["a query", ["--output", "text", "--query", "deploymentInfo.description"], "a\\x1b]0;owned\\x07b\\x9b31mc"],
  [
    "a name of a query",
    ["--output", "table", "--query", '{"x\\u001b[2J": deploymentInfo.status, y: `1`}'],
    "x\\x1b[2J",
  ],
  ["a literal of a query", ["--output", "text", "--query", `'\u001b[2J'`], "\\x1b[2J"],
];

function answer(): void {
  const body = JSON.stringify({ deploymentInfo: { description: wild, status: "Ready" } });
  service.script.splice(0, 1, { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body });
}

(canMakeTerminals ? describe : describe.skip)("on a terminal nothing of an answer drives it", () => {
  test.each(lines)("%s", async (_, words, expected) => {
    answer();
    const program = [process.execPath, path.resolve("bin/aws-lifecycle-hooks.js")];
    const command = [...program, "deploy", "get-deployment", "--deployment-id", "d", ...words];
    const { finished } = await startOnTerminal(command, { folders, env: { ...env, AWS_ENDPOINT_URL: service.url } });
    const { exitCode, shown } = await finished;
    expect(exitCode).toBe(0);
    const plain = shown.replaceAll("\r\n", "\n").replace(colours, "");
    expect(plain).toContain(expected);
    expect(plain).not.toMatch(driving);
    expect(plain).not.toContain("\u001b");
    expect(plain).not.toContain("\r");
  });
});

test("a pipe gets every byte as it is", async () => {
  answer();
  const argv = [
    "deploy",
    "get-deployment",
    "--deployment-id",
    "d",
    "--output",
    "text",
    "--query",
    "deploymentInfo.description",
  ];
  const { stdout } = await runProgram({ argv, env: { ...env, AWS_ENDPOINT_URL: service.url } });
  expect(stdout).toBe(`${wild}\n`);
});

test("on standard error control characters are shown as text, in a pipe too", async () => {
  service.script.splice(0, 1, { status: 400, body: JSON.stringify({ __type: "X", message: wild }) });
  const argv = ["deploy", "get-deployment", "--deployment-id", "d"];
  const { stderr } = await runProgram({ argv, env: { ...env, AWS_ENDPOINT_URL: service.url } });
  expect(stderr).toContain("a\\x1b]0;owned\\x07b\\x9b31mc\\u202ed\\x7fe\\x0df\\x08\\u200fg\tü");
});
