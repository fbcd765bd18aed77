import { CreateDeploymentCommand, GetDeploymentCommand } from "@aws-sdk/client-codedeploy";
import {
  ContinueServiceDeploymentCommand,
  DescribeServiceDeploymentsCommand,
  ListServiceDeploymentsCommand,
} from "@aws-sdk/client-ecs";
import { PutParameterCommand } from "@aws-sdk/client-ssm";
import path from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { keys } from "../support/hook";
import { posixTest } from "../support/posix";
import { executable, runProgram } from "../support/program";
import { clients, eventually } from "../support/sdk-calls";
import { startWorld, type RunningWorld } from "../support/stand-in";

const started: RunningWorld[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()));
});

async function world(setup: object | undefined, ...words: string[]): Promise<RunningWorld> {
  const running = await startWorld(setup, ...words);
  started.push(running);
  return running;
}

const tool = `"${process.execPath}" "${executable}"`;
const appSpec = {
  version: 0.0,
  Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties: {} } }],
  Hooks: [{ BeforeInstall: "first" }, { AfterAllowTraffic: "second" }],
};
const create = new CreateDeploymentCommand({
  applicationName: "shop",
  deploymentGroupName: "prod",
  revision: { revisionType: "AppSpecContent", appSpecContent: { content: JSON.stringify(appSpec) } },
});

posixTest.each([
  ["Succeeded", "Succeeded", 2],
  ["Failed", "Failed", 1],
])("a deployment whose hook command reports %s is %s", async (status, expected, hooks) => {
  const report = `cat >&2; ${tool} deploy put-lifecycle-event-hook-execution-status --deployment-id "$DEPLOYMENT_ID" \\
    --lifecycle-event-hook-execution-id "$LIFECYCLE_EVENT_HOOK_EXECUTION_ID" --status ${status}`;
  const { url, record } = await world(undefined, "--speed", "20", "--hook-command", report);
  const { codeDeploy } = clients(url);
  const { deploymentId } = await codeDeploy.send(create);
  const { deploymentInfo } = await eventually(
    () => codeDeploy.send(new GetDeploymentCommand({ deploymentId })),
    ({ deploymentInfo: info }) => info?.status === expected,
  );
  expect(deploymentInfo).toMatchObject({ status: expected, computePlatform: "ECS" });
  expect(deploymentInfo?.createTime).toBeInstanceOf(Date);
  const { events = [], executions } = await record();
  const waits = events.filter(({ event }) => event.includes("waits for a report"));
  expect(waits).toHaveLength(hooks);
  expect(Object.keys(executions[deploymentId ?? ""] ?? {})).toEqual(
    waits.map(({ lifecycleEventHookExecutionId }) => lifecycleEventHookExecutionId),
  );
});

const continueDeployment = ["deploy", "continue-deployment"];

posixTest("a deployment to instances waits twice, and a check for either wait runs at its own", async () => {
  const ready = { action: "STOP_DEPLOYMENT" };
  const groups = [{ name: "prod", platform: "Server", ready, terminationWaitMinutes: 60 }];
  const { url } = await world(
    { applications: [{ name: "shop", groups }] },
    "--speed",
    "20",
    "--key",
    "AKIDENV=secret-env",
  );
  const revision = { revisionType: "S3", s3Location: { bucket: "b", key: "k", bundleType: "zip" } } as const;
  const { deploymentId = "" } = await clients(url).codeDeploy.send(
    new CreateDeploymentCommand({ applicationName: "shop", deploymentGroupName: "prod", revision }),
  );
  const check = (type: string) =>
    runProgram({
      argv: [
        ...continueDeployment,
        "--deployment-id",
        deploymentId,
        "--deployment-wait-type",
        type,
        "--",
        "echo",
        type,
      ],
      env: { ...keys, AWS_ENDPOINT_URL: url, AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "20" },
    });
  const last = check("TERMINATION_WAIT");
  expect(await check("READY_WAIT")).toMatchObject({ exitCode: 0, stdout: "READY_WAIT\n" });
  expect(await last).toMatchObject({ exitCode: 0, stdout: "TERMINATION_WAIT\n" });
  const { deploymentInfo } = await clients(url).codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo?.status).toBe("Succeeded");
});

test("a service's deployment pauses until it is continued", async () => {
  const pauses = [{ stage: "POST_TEST_TRAFFIC_SHIFT", timeoutMinutes: 600 }];
  const { url } = await world({ services: [{ name: "web", pauses, deploying: true }] }, "--speed", "20");
  const { ecs } = clients(url);
  const { serviceDeployments: [first] = [] } = await ecs.send(new ListServiceDeploymentsCommand({ service: "web" }));
  const { serviceDeploymentArn = "" } = first ?? {};
  const describeIt = async () => {
    const input = { serviceDeploymentArns: [serviceDeploymentArn] };
    return (await ecs.send(new DescribeServiceDeploymentsCommand(input))).serviceDeployments?.[0];
  };
  const paused = await eventually(describeIt, (seen) => seen?.lifecycleHookDetails !== undefined);
  const [details] = paused?.lifecycleHookDetails ?? [];
  expect(details).toMatchObject({ status: "AWAITING_ACTION", targetType: "PAUSE", expiresAt: expect.any(Date) });
  await ecs.send(new ContinueServiceDeploymentCommand({ serviceDeploymentArn, hookId: details?.hookId }));
  const done = await eventually(describeIt, (seen) => seen?.status === "SUCCESSFUL");
  expect(done?.status).toBe("SUCCESSFUL");
});

test("a value that is never to be shown is neither logged nor recorded", async () => {
  const { url, record } = await world(undefined);
  await clients(url).ssm.send(new PutParameterCommand({ Name: "/a", Value: "secret-value", Type: "SecureString" }));
  const { calls } = await record();
  expect(calls).toMatchObject([{ operation: "PutParameter", input: { Name: "/a", Value: "(hidden)" } }]);
});

test("an instance's role signs: its keys come from the metadata", async () => {
  const report = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1"];
  const script = `
    const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, ...env } = process.env;
    const { spawnSync } = require("node:child_process");
    const argv = ${JSON.stringify([executable, ...report, "--lifecycle-event-hook-execution-id", "x", "--status", "Failed"])};
    process.exitCode = spawnSync(process.execPath, argv, { env, stdio: "inherit" }).status;`;
  const { exitCode, stderr } = await runProgram({ argv: ["stand-in", "--", process.execPath, "-e", script] });
  expect(exitCode).toBe(0);
  expect(stderr).toContain("PutLifecycleEventHookExecutionStatus by ASIASTANDIN in us-east-1: 200");
});

test("a world without an instance has no metadata", async () => {
  const { exitCode } = await runProgram({
    argv: [
      "stand-in",
      "--world",
      "w.json",
      "--",
      process.execPath,
      "-e",
      "process.exit(Number(process.env.AWS_EC2_METADATA_DISABLED !== 'true'))",
    ],
    files: { "w.json": "{}" },
  });
  expect(exitCode).toBe(0);
});

test.each<[string, string]>([
  ["{", "it is not JSON: "],
  ["[]", "it is not an object"],
  ['{"group":[]}', "group is not one of groups, applications, services, parameters, instance, events"],
  ['{"groups":[{}]}', "groups[0].name has to be given"],
  [
    '{"groups":[{"name":"web","hooks":[{"LifecycleHookName":"a"}]}]}',
    "groups[0].hooks[0].LifecycleTransition has to be given",
  ],
  ['{"events":[{"after":-1}]}', "events[0].after is not from 0 to 31536000"],
  [
    '{"services":[{"name":"web","pauses":[{"stage":"SOON"}]}]}',
    "services[0].pauses[0].stage is not one of RECONCILE_SERVICE, ",
  ],
])("the world %s is refused", async (text, problem) => {
  const argv = ["stand-in", "--world", "w.json", "--", process.execPath, "-e", ""];
  const { exitCode, stderr } = await runProgram({ argv, files: { "w.json": text } });
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`aws-lifecycle-hooks stand-in: --world w.json: ${problem}`);
});

test("a world that is not there is refused", async () => {
  const { exitCode, stderr } = await runProgram({ argv: ["stand-in", "--world", path.join("no", "w.json")] });
  expect([exitCode, stderr]).toEqual([
    2,
    `aws-lifecycle-hooks stand-in: --world ${path.join("no", "w.json")}: no such file or directory\n`,
  ]);
});
