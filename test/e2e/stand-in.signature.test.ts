import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runProgram } from "../support/program";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_DEFAULT_REGION: "us-east-1" };
const report = "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --status Succeeded".split(" ");
const hook = "autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g".split(" ");

test.each([
  [report, "secret-env", true],
  [report, "another", false],
  [hook, "secret-env", true],
  [hook, "another", false],
])("%s signed with %s: %s", async (argv, secret, valid) => {
  service.requests.length = 0;
  const { exitCode } = await runProgram({
    argv: [...argv, "--endpoint-url", service.url],
    env: { ...keys, AWS_SECRET_ACCESS_KEY: secret },
  });
  expect(exitCode).toBe(0);
  expect(service.requests.map(({ auth }) => auth?.valid)).toEqual([valid]);
});
