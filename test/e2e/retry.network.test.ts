import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";
import type { ScriptedAnswer } from "../support/script";
import { useService } from "../support/use-service";

const service = useService();

const call = (env: Record<string, string> = {}, ...options: string[]) =>
  runProgram({
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--endpoint-url", service().url, ...options],
    env: { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1", ...env },
  });

/** Half an answer, but for its last 50 bytes as long as it says. */
const truncated: ScriptedAnswer = { body: '{"lifecycleEventHookExecutionId":"half"}', truncate: true };

test.each<[string, string, ScriptedAnswer, string[]]>([
  ["legacy", "a reset connection", { reset: true }, []],
  ["legacy", "a closed connection", { close: true }, []],
  ["legacy", "half an answer", truncated, []],
  ["legacy", "silence", { delayMs: 3000 }, ["--cli-read-timeout", "1"]],
  ["legacy", "a server error in HTML", { status: 502, body: "<html>Bad Gateway</html>" }, []],
  ["standard", "a reset connection", { reset: true }, []],
  ["standard", "half an answer", truncated, []],
  ["adaptive", "a closed connection", { close: true }, []],
])("in mode %s %s is tried again, signed anew", async (mode, _, answer, options) => {
  service().script.push(answer, { body: '{"lifecycleEventHookExecutionId":"again"}' });
  const { exitCode, stdout, stderr } = await call({ AWS_RETRY_MODE: mode }, "--output", "text", ...options);
  expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: "again\n", stderr: "" });
  expect(service().requests).toMatchObject([{ auth: { valid: true } }, { auth: { valid: true } }]);
});

test.each<[string, ScriptedAnswer, number, RegExp]>([
  [
    "a reset connection",
    { reset: true },
    2,
    /^\nConnection was closed before we received a valid response from endpoint URL: "\S+"\.\n$/,
  ],
  ["half an answer", truncated, 2, /The call may have been made\.\n$/],
  [
    "an answer of somebody else",
    { body: "<html>portal</html>" },
    1,
    /^\nUnable to parse response .*The call may have been made\./,
  ],
  [
    "an answer without end",
    { body: " ".repeat(2 ** 26 + 1) },
    1,
    /longer than 67108864 bytes\. The call may have been made\.\n$/,
  ],
  [
    "an error that stays",
    { status: 400, body: '{"__type":"Foo","message":"no"}' },
    1,
    /^\nAn error occurred \(Foo\) when calling the \w+ operation: no\n$/,
  ],
])("%s ends after its attempts", async (_, answer, attempts, message) => {
  service().script.push({ ...answer, repeat: true });
  const { exitCode, stdout, stderr } = await call({ AWS_MAX_ATTEMPTS: "2" });
  expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "" });
  expect(stderr).toMatch(message);
  expect(service().requests).toHaveLength(attempts);
});
