import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import path from "node:path";
import { createFolders, runProgram, type Finished, type Folders } from "../support/program";
import { startService, type TestService } from "../support/service";
import { canMakeTerminals, startOnTerminal } from "../support/terminal";

let service: TestService;
let folders: Folders;

beforeAll(async () => {
  [service, folders] = await Promise.all([startService(), createFolders()]);
});
beforeEach(() => {
  service.script.length = 0;
  service.requests.length = 0;
});
afterAll(() => Promise.all([service.stop(), folders.remove()]));

const env = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
const deployment = "deploy wait deployment-successful --deployment-id d-1".split(" ");
const serviceDeployment = "ecs wait service-deployment-successful --service-deployment-arns arn".split(" ");

const answer = (body: object, status = 200): void => {
  const headers = { "content-type": "application/x-amz-json-1.1" };
  service.script.push({ status, headers, body: JSON.stringify(body) });
};
const status = (status: string, more: object = {}): void => {
  answer({ deploymentInfo: { deploymentId: "d-1", status, ...more } });
};
const run = (...argv: readonly string[]): Promise<Finished> =>
  runProgram({ argv, env: { ...env, AWS_ENDPOINT_URL: service.url, AWS_MAX_ATTEMPTS: "1" } });
const targets = (): readonly unknown[] => service.requests.map(({ target }) => target?.split(".").pop());

const failure =
  'Waiter DeploymentSuccessful failed: Waiter encountered a terminal failure state: For expression "deploymentInfo.status" we matched expected path:';
const why = { errorInformation: { code: "HEALTH_CONSTRAINTS", message: "Too few are healthy." } };

function failedTargets(): void {
  answer({ targetIds: ["i-1", "i-2"] });
  const event = (name: string, state: string, diagnostics: object) => ({
    lifecycleEventName: name,
    status: state,
    diagnostics,
  });
  const log = "one\ntwo \u001b[2J\n";
  answer({
    deploymentTargets: [
      {
        deploymentTargetType: "InstanceTarget",
        instanceTarget: {
          targetId: "i-1",
          lifecycleEvents: [
            event("ApplicationStop", "Succeeded", {}),
            event("BeforeInstall", "Failed", { errorCode: "ScriptFailed", message: "exit code 1", logTail: log }),
          ],
        },
      },
      { deploymentTargetType: "InstanceTarget", instanceTarget: { targetId: "i-2", lifecycleEvents: [] } },
    ],
  });
}

describe("without options of our own", () => {
  test.each(["Failed", "Stopped"])(
    "a deployment that is %s is told as aws-cli tells it, and no more",
    async (state) => {
      status(state, why);
      const { exitCode, stdout, stderr } = await run(...deployment);
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 255, stdout: "", stderr: `\n${failure} "${state}"\n` });
      expect(targets()).toEqual(["GetDeployment"]);
    },
  );

  test("an error of the network ends it", async () => {
    service.script.push({ close: true });
    const { exitCode, stderr } = await run(...deployment);
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 255,
      stderr: expect.stringMatching(/^\nConnection was closed/),
    });
  });

  test("an error that the service throttles with is one too", async () => {
    answer({ __type: "ThrottlingException", message: "Rate exceeded" }, 400);
    const { stderr } = await run(...deployment);
    expect(stderr).toBe(
      "\nWaiter DeploymentSuccessful failed: An error occurred (ThrottlingException): Rate exceeded\n",
    );
  });
});

describe("with options of our own", () => {
  test("changes of the status are told, and nothing at success", async () => {
    status("Created");
    status("InProgress", { deploymentOverview: { Pending: 1, InProgress: 1, Succeeded: 1, Failed: 0, Skipped: 0 } });
    status("InProgress", { deploymentOverview: { Pending: 0, InProgress: 0, Succeeded: 3, Failed: 0, Skipped: 0 } });
    status("Succeeded");
    const { exitCode, stdout, stderr } = await run(...deployment, "--cli-wait-interval", "1");
    const lines = ["Created", "InProgress, 1 of 3 targets done", "Succeeded"];
    expect(stderr).toBe(lines.map((line) => `aws-lifecycle-hooks: ${line}\n`).join(""));
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
    expect(targets()).toHaveLength(4);
  });

  test("a failure says why, and which event failed with its log's tail", async () => {
    status("Failed", why);
    failedTargets();
    const { exitCode, stderr } = await run(...deployment, "--cli-wait-timeout", "60");
    expect(exitCode).toBe(255);
    expect(stderr).toBe(
      [
        "aws-lifecycle-hooks: Failed",
        "aws-lifecycle-hooks: HEALTH_CONSTRAINTS: Too few are healthy.",
        "aws-lifecycle-hooks: BeforeInstall failed on i-1: ScriptFailed: exit code 1",
        "    one",
        "    two \\x1b[2J",
        "",
        `${failure} "Failed"`,
        "",
      ].join("\n"),
    );
    expect(targets()).toEqual(["GetDeployment", "ListDeploymentTargets", "BatchGetDeploymentTargets"]);
    expect(service.requests[1]?.body).toEqual({
      json: { deploymentId: "d-1", targetFilters: { TargetStatus: ["Failed"] } },
    });
    expect(service.requests[2]?.body).toEqual({ json: { deploymentId: "d-1", targetIds: ["i-1", "i-2"] } });
  });

  test("what cannot be looked up is said, and changes nothing", async () => {
    status("Failed", why);
    answer({ __type: "AccessDeniedException", message: "No" }, 400);
    const { exitCode, stderr } = await run(...deployment, "--cli-wait-timeout", "0");
    expect(exitCode).toBe(255);
    expect(stderr).toContain(
      "aws-lifecycle-hooks: more could not be found out: An error occurred (AccessDeniedException) when calling the ListDeploymentTargets operation: No\n",
    );
    expect(stderr.endsWith(`\n${failure} "Failed"\n`)).toBe(true);
  });

  test("transient errors are noted and outlasted", async () => {
    answer({ __type: "ThrottlingException", message: "Rate exceeded" }, 400);
    // the first of them closes a connection that was kept, which a fresh one makes good unseen
    service.script.push({ close: true }, { close: true });
    status("Succeeded");
    const { exitCode, stderr } = await run(...deployment, "--cli-wait-interval", "1");
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(
      /no answer this time: An error occurred \(ThrottlingException\).*\n.*no answer this time: Connection was closed.*\n.*Succeeded\n$/,
    );
  });

  test("any other error ends it", async () => {
    answer({ __type: "DeploymentDoesNotExistException", message: "No such" }, 400);
    const { exitCode, stderr } = await run(...deployment, "--cli-wait-interval", "1");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 255,
      stderr: "\nWaiter DeploymentSuccessful failed: An error occurred (DeploymentDoesNotExistException): No such\n",
    });
  });

  test("a time that is over is a failure that says the status", async () => {
    for (let at = 0; at < 9; at++) status("InProgress");
    const { exitCode, stderr } = await run(...deployment, "--cli-wait-timeout", "1", "--cli-wait-interval", "1");
    expect(exitCode).toBe(255);
    expect(stderr).toBe(
      "aws-lifecycle-hooks: InProgress\n\nWaiter DeploymentSuccessful failed: The status was still InProgress after 1 second\n",
    );
  });

  test.each([
    ["--cli-wait-timeout", "x", "a whole number of seconds"],
    ["--cli-wait-timeout", "-1", "a whole number of seconds"],
    ["--cli-wait-interval", "0", "a whole number of seconds, 1 or more"],
  ])("%s %s is refused", async (option, value, expected) => {
    const { exitCode, stderr } = await run(...deployment, option, value);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`aws: error: argument ${option}: expected ${expected}, not '${value}'\n`);
    expect(service.requests).toEqual([]);
  });

  test("they are no options of anything else", async () => {
    const { exitCode, stderr } = await run(
      "deploy",
      "get-deployment",
      "--deployment-id",
      "d",
      "--cli-wait-timeout",
      "1",
    );
    expect({ exitCode, stderr }).toMatchObject({
      exitCode: 255,
      stderr: expect.stringContaining("Unknown options: --cli-wait-timeout, 1"),
    });
  });
});

describe("ecs wait service-deployment-successful", () => {
  const deployments = (...all: readonly object[]): void => {
    answer({ serviceDeployments: all, failures: [] });
  };

  test("ends well once all are SUCCESSFUL", async () => {
    deployments({ status: "SUCCESSFUL" }, { status: "IN_PROGRESS", lifecycleStage: "BAKE_TIME" });
    deployments({ status: "SUCCESSFUL" }, { status: "SUCCESSFUL" });
    const { exitCode, stdout, stderr } = await run(...serviceDeployment, "other", "--cli-wait-interval", "1");
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
    expect(stderr).toBe(
      "aws-lifecycle-hooks: SUCCESSFUL; IN_PROGRESS at BAKE_TIME\naws-lifecycle-hooks: SUCCESSFUL; SUCCESSFUL\n",
    );
    expect(service.requests[0]?.body).toEqual({ json: { serviceDeploymentArns: ["arn", "other"] } });
  });

  test.each(["STOPPED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"])(
    "%s is no success, and says why",
    async (state) => {
      deployments({ status: state, statusReason: "alarm X went off" });
      const { exitCode, stdout, stderr } = await run(...serviceDeployment);
      expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "" });
      expect(stderr).toBe(
        `aws-lifecycle-hooks: ${state}: alarm X went off\n\nWaiter ServiceDeploymentSuccessful failed: Waiter encountered a terminal failure state: For expression "serviceDeployments[].status" we matched expected path: "${state}" at least once\n`,
      );
    },
  );

  test("one that does not exist is a failure", async () => {
    answer({ serviceDeployments: [], failures: [{ arn: "arn", reason: "MISSING" }] });
    const { exitCode, stderr } = await run(...serviceDeployment);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 255, stderr: expect.stringContaining("arn: MISSING\n") });
  });
});

(canMakeTerminals ? describe : describe.skip)("on a terminal", () => {
  const onTerminal = async (...words: readonly string[]): Promise<string> => {
    const command = [process.execPath, path.resolve("bin/aws-lifecycle-hooks.js"), ...words];
    const terminal = await startOnTerminal(command, { folders, env: { ...env, AWS_ENDPOINT_URL: service.url } });
    return (await terminal.finished).shown;
  };
  const overview = { deploymentOverview: { Pending: 1, InProgress: 0, Succeeded: 2, Failed: 0, Skipped: 0 } };

  test("one line is kept up to date, with time, status and targets", async () => {
    status("InProgress", overview);
    status("Succeeded\u001b[2J");
    status("Succeeded");
    const shown = await onTerminal(...deployment, "--cli-wait-interval", "1");
    expect(shown).toContain("\r0:00  InProgress, 2 of 3 targets done\u001b[K\r");
    expect(shown).toContain("Succeeded\\x1b[2J\u001b[K");
    expect(shown).toMatch(/\r0:0\d {2}Succeeded\u001b\[K\r\n$/); // eslint-disable-line no-control-regex
    expect(shown.match(/\n/g)).toHaveLength(1);
  });

  test("without options too", async () => {
    status("Failed", overview);
    const shown = await onTerminal(...deployment);
    expect(shown).toBe(`\r0:00  Failed, 2 of 3 targets done\u001b[K\r\n\r\n${failure} "Failed"\r\n`);
  });
});
