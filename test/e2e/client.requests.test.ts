import { describe, expect, test } from "@jest/globals";
import { runProgram, type ProgramRun } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "eu-west-3" };
const deploy = "deploy put-lifecycle-event-hook-execution-status".split(" ");
const autoscaling = "autoscaling put-lifecycle-hook".split(" ");

/** Runs a call that must succeed, and gives the one request that it made. */
async function requestOf({ argv, ...run }: ProgramRun) {
  const { exitCode, stderr } = await runProgram({
    ...run,
    argv: argv.includes("--endpoint-url") ? argv : [...argv, "--endpoint-url", service().url],
    env: { ...keys, ...run.env },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(service().requests).toHaveLength(1);
  return service().requests[0];
}

test.each([
  ["", "/"],
  ["/base", "/base"],
  ["/base/", "/base/"],
  ["//a%2Fb/ü c#fragment", "//a%2Fb/%C3%BC%20c"],
  ["?x=1", "/?x=1"],
  ["/base?b=2&a=1&b=3&c", "/base?b=2&b=3&a=1&c="],
])("an endpoint that ends in %j is sent to %j, and signed so", async (end, path) => {
  const request = await requestOf({ argv: [...deploy, "--endpoint-url", service().url + end] });
  expect(request).toMatchObject({ path, auth: { akid: "AKIDENV", region: "eu-west-3", valid: true } });
});

test("says what it is and where it runs", async () => {
  const env = { AWS_EXECUTION_ENV: "CI on Linux", AWS_SDK_UA_APP_ID: "pipeline" };
  const request = await requestOf({ argv: deploy, env });
  expect(request?.headers["user-agent"]).toMatch(
    /^aws-lifecycle-hooks\/\d+\.\d+\.\d+ exec-env\/CI-on-Linux .*app\/pipeline/,
  );
});

test("signs with a session token", async () => {
  const request = await requestOf({ argv: deploy, env: { AWS_SESSION_TOKEN: "tok-env" } });
  expect(request).toMatchObject({ token: "tok-env", auth: { valid: true } });
});

test("signs nothing when told so, and needs no keys", async () => {
  const env = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };
  const request = await requestOf({ argv: [...deploy, "--no-sign-request"], env });
  expect(request).toMatchObject({ auth: null, token: null });
});

test.each([
  ["fips-us-east-1", {}, "us-east-1"],
  ["us-gov-west-1-fips", {}, "us-gov-west-1"],
  ["us-east-1", { AWS_USE_FIPS_ENDPOINT: "true", AWS_USE_DUALSTACK_ENDPOINT: "true" }, "us-east-1"],
])("a configured endpoint in region %s with %j is signed for %s", async (region, env, signed) => {
  const request = await requestOf({
    argv: [...autoscaling, "--lifecycle-hook-name", "h", "--auto-scaling-group-name", "g", "--region", region],
    env,
  });
  expect(request).toMatchObject({ auth: { region: signed, service: "autoscaling", valid: true } });
});

/** Bodies as aws-cli 1.45 sends them for the same input. */
describe("without parameter checks", () => {
  const files = { "~/.aws/config": "[default]\nparameter_validation = false\n" };
  const bodyOf = async (operation: readonly string[], input: string) =>
    (await requestOf({ argv: [...operation, "--cli-input-json", input], files }))?.body;

  test.each([
    '{"deploymentId":null,"lifecycleEventHookExecutionId":5.5,"status":true}',
    '{"deploymentId":{"a":[1,null,"b"],"c":{}},"lifecycleEventHookExecutionId":[],"status":""}',
    '{"deploymentId":"é😀\\u0001\\n"}',
    "{}",
  ])("JSON goes as it is: %s", async (input) => {
    expect(await bodyOf(deploy, input)).toEqual({ json: JSON.parse(input) as unknown });
  });

  test.each([
    [
      '{"LifecycleHookName":null,"AutoScalingGroupName":false,"HeartbeatTimeout":true}',
      { LifecycleHookName: "None", AutoScalingGroupName: "False", HeartbeatTimeout: "True" },
    ],
    [
      '{"LifecycleHookName":5.5,"RoleARN":"","NotificationMetadata":"a b+c~é😀/\\n\\u0001"}',
      { LifecycleHookName: "5.5", RoleARN: "", NotificationMetadata: "a b+c~é😀/\n\u0001" },
    ],
  ])("a form holds texts: %s", async (input, form) => {
    expect(await bodyOf(autoscaling, input)).toEqual({
      form: { Action: "PutLifecycleHook", Version: "2011-01-01", ...form },
    });
  });

  test.each([
    [deploy, '{"unknown":1}', 'Unknown parameter in input: "unknown", must be one of: deploymentId'],
    [autoscaling, '{"RoleARN":["a"]}', "Invalid type for parameter RoleARN"],
  ])("what cannot be sent is refused: %s %s", async (operation, input, message) => {
    const argv = [...operation, "--cli-input-json", input, "--endpoint-url", service().url];
    const { exitCode, stderr } = await runProgram({ argv, files, env: keys });
    expect(exitCode).toBe(255);
    expect(stderr).toContain(message);
    expect(service().requests).toEqual([]);
  });
});
