import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { runProgram } from "../support/program";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.script.length = 0;
});

const report = "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --status Succeeded".split(" ");

/** The lines of the log without their times, which every line of it must have. */
function logged(stderr: string): readonly string[] {
  const lines = stderr.trimEnd().split("\n");
  return lines.map((line) => {
    expect(line).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /);
    return line.slice(25);
  });
}

test("tells what was resolved from where, each attempt, and why it was repeated", async () => {
  const throttled = { status: 400, body: '{"__type":"ThrottlingException"}', headers: { "x-amzn-requestid": "r-1" } };
  service.script.push(throttled);
  const { stdout, stderr, exitCode } = await runProgram({
    argv: [...report, "--debug", "--profile", "p"],
    files: {
      "~/.aws/config": "[profile p]\nregion = eu-west-1\noutput = text\n",
      "~/.aws/credentials": "[p]\naws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n",
    },
    env: { AWS_ENDPOINT_URL: service.url, HTTPS_PROXY: "http://user:hunter2@proxy:3128" },
  });
  expect({ stdout, exitCode }).toEqual({ stdout: "eyJlbmNyeXB0ZWREYXRhIjoi-exec-1\n", exitCode: 0 });
  const log = logged(stderr).join("\n");
  expect(log).toMatch(/^aws-lifecycle-hooks\/[\d.]+ node\/[\d.]+ \S+ aws-cli\/1\.45\n/);
  expect(log).toMatch(/^read .*config$/m);
  expect(log).toContain("profile p (flag)");
  expect(log).toContain("region eu-west-1 (profile)");
  expect(log).toContain(`endpoint ${service.url}`);
  expect(log).toMatch(/proxies .*\*{3}:\*{3}@proxy:3128/);
  expect(log).toContain("profile p has keys in the credentials file");
  expect(log).toContain("credentials from the profile: access key id AKIDFILE");
  expect(log).toMatch(/POST http:\S+: status 400, request id r-1, 32 bytes after \d+ ms/);
  expect(log).toMatch(/retry 1 of 4 in mode legacy after [\d.]+ s/);
  expect(log).toMatch(/POST http:\S+: status 200, .* after \d+ ms$/);
  expect(log).not.toContain("hunter2");
  expect(log).not.toContain("secret-file");
});

test("tells where a failure came from, before the failure itself", async () => {
  const { stderr, exitCode } = await runProgram({ argv: [...report, "--debug"] });
  expect(exitCode).toBe(255);
  expect(stderr).toMatch(/Z Failure: region-missing\n {4}at [^]*\n\S*You must specify a region\./);
});

test("without it, standard error stays empty", async () => {
  const { stderr, exitCode } = await runProgram({
    argv: [...report, "--endpoint-url", service.url],
    env: { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" },
  });
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
});

test("--version prints one line that is taken for aws-cli 1", async () => {
  const { stdout, stderr, exitCode } = await runProgram({ argv: ["--version"] });
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  expect(stdout).toMatch(/^aws-lifecycle-hooks\/\d+\.\d+\.\d+ node\/\d+\.\d+\.\d+ \S+\/\S+ aws-cli\/1\.45\n$/);
});
