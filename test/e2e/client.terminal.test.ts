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
  process.stderr.write("skipped: errors on a terminal, which take the script command of util-linux\n");

const words = "autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g --role-arn arn".split(
  " ",
);
const env = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
const hint = "The identity that signed needs the IAM permissions autoscaling:PutLifecycleHook and iam:PassRole.";

const refuse = (code: string, message: string): void => {
  service.script.splice(0, 1, {
    status: 403,
    body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
  });
};

async function onTerminal(): Promise<string> {
  const command = [process.execPath, path.resolve("bin/aws-lifecycle-hooks.js"), ...words];
  const terminal = await startOnTerminal(command, { folders, env: { ...env, AWS_ENDPOINT_URL: service.url } });
  const { exitCode, shown } = await terminal.finished;
  expect(exitCode).toBe(255);
  return shown.replaceAll("\r\n", "\n");
}

(canMakeTerminals ? describe : describe.skip)("on a terminal", () => {
  test("denied access names the permission that is missing, after the service's own words", async () => {
    refuse("AccessDenied", "No can do");
    expect(await onTerminal()).toBe(
      `\nAn error occurred (AccessDenied) when calling the PutLifecycleHook operation: No can do\n${hint}\n`,
    );
  });

  test("control characters of a message are shown and do nothing", async () => {
    refuse("X\u001b[2J", "a\u001b]0;owned\u0007\tb\u009b31mred\rover\nnext");
    expect(await onTerminal()).toContain(
      "(X\\x1b[2J) when calling the PutLifecycleHook operation: a\\x1b]0;owned\\x07\tb\\x9b31mred\nover\nnext\n",
    );
  });
});

test("into a pipe goes the service's message alone, with control characters shown", async () => {
  refuse("AccessDenied", "a\u001b[31mb");
  const { stderr } = await runProgram({ argv: words, env: { ...env, AWS_ENDPOINT_URL: service.url } });
  expect(stderr).toBe("\nAn error occurred (AccessDenied) when calling the PutLifecycleHook operation: a\\x1b[31mb\n");
});
