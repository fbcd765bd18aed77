import { describe, expect, test } from "@jest/globals";
import { readAppSpec } from "../../src/stand-in/world/app-spec";
import { createClock } from "../../src/stand-in/world/clock";
import type { HookExecution } from "../../src/stand-in/world/setting";
import type { Setup } from "../../src/stand-in/world/setup";
import { createWorld } from "../../src/stand-in/world/world";
import { manualClock } from "../support/manual-clock";

type Members = Readonly<Record<string, unknown>>;

/** A world whose clock stands still until it is moved on. */
function world(setup?: Setup) {
  const clock = manualClock();
  const events: string[] = [];
  const hooks: HookExecution[] = [];
  const made = createWorld({
    setup,
    clock,
    happened: (event) => {
      events.push(event);
    },
    onHook: (execution) => {
      hooks.push(execution);
    },
  });
  made.start();
  clock.pass(0);
  return {
    pass: clock.pass,
    events,
    hooks,
    told: made.told,
    call: (operation: string, input: Members = {}): Members => made.behaviours[operation]?.(input as never) as Members,
    metadata: made.metadata,
  };
}

/** The code of the refusal that a call ends with. */
function refusal(call: () => unknown): string {
  try {
    call();
    return "none";
  } catch (error) {
    const { code, message } = error as Error & { code: string };
    return message === code ? code : `${code}: ${message}`;
  }
}

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";
const terminating = "autoscaling:EC2_INSTANCE_TERMINATING";

describe("Auto Scaling", () => {
  const drain = {
    LifecycleHookName: "drain",
    LifecycleTransition: terminating,
    HeartbeatTimeout: 30,
    DefaultResult: "CONTINUE",
  };
  const group = (hooks: readonly object[]): Setup => ({
    groups: [{ name: "web", hooks: hooks as never, instances: [{ id: "i-1" }] }],
    events: [{ after: 0, terminate: "i-1" }],
  });
  const action = { AutoScalingGroupName: "web", LifecycleHookName: "drain", InstanceId: "i-1" };
  const states = ({ call }: ReturnType<typeof world>): unknown[] =>
    (call("DescribeAutoScalingInstances")["AutoScalingInstances"] as Members[]).map(
      ({ LifecycleState }) => LifecycleState,
    );

  test("a heartbeat starts the time anew", () => {
    const web = world(group([drain]));
    web.pass(29);
    web.call("RecordLifecycleActionHeartbeat", action);
    web.pass(29);
    expect(states(web)).toEqual(["Terminating:Wait"]);
    web.pass(1);
    expect(states(web)).toEqual(["Terminating:Proceed"]);
    web.pass(1);
    expect(states(web)).toEqual([]);
    expect(web.events).toContain("the action of drain on i-1 had no heartbeat for 30 seconds");
  });

  test("the global timeout is a hundred times the heartbeat's, and no heartbeat goes beyond it", () => {
    const web = world(group([drain]));
    for (let at = 0; at < 119; at++) {
      web.pass(25);
      web.call("RecordLifecycleActionHeartbeat", action);
    }
    expect(states(web)).toEqual(["Terminating:Wait"]);
    web.pass(26);
    expect(states(web)).not.toEqual(["Terminating:Wait"]);
    expect(web.events).toContain("the action of drain on i-1 has come to its global timeout");
  });

  test.each([
    [30, 3000],
    [1728, 172_800],
    [7200, 172_800],
  ])("with a timeout of %d, the global one is %d", (HeartbeatTimeout, GlobalTimeout) => {
    const web = world(group([{ ...drain, HeartbeatTimeout }]));
    const { LifecycleHooks } = web.call("DescribeLifecycleHooks", { AutoScalingGroupName: "web" });
    expect(LifecycleHooks).toMatchObject([{ GlobalTimeout }]);
  });

  test("ABANDON of a termination ends the other actions too", () => {
    const web = world(group([drain, { ...drain, LifecycleHookName: "flush" }]));
    web.call("CompleteLifecycleAction", { ...action, LifecycleActionResult: "ABANDON" });
    expect(states(web)).toEqual(["Terminating:Proceed"]);
  });

  test("a Spot Instance has two minutes, whatever hook there is", () => {
    const web = world({
      groups: [{ name: "web", hooks: [drain], instances: [{ id: "i-1" }] }],
      events: [{ after: 5, spot: "i-1" }],
    });
    web.pass(124);
    expect(states(web)).toEqual(["InService"]);
    web.pass(1);
    expect(states(web)).toEqual([]);
  });

  test("what is announced of something that is gone is only logged", () => {
    const web = world({
      events: [
        { after: 0, terminate: "i-1" },
        { after: 0, launch: { group: "no" } },
      ],
    });
    expect(web.events).toEqual(["there is no instance i-1", "there is no group no"]);
  });

  test("what a hook needs", () => {
    const web = world({ groups: [{ name: "web" }] });
    const put = (more: Members) => refusal(() => web.call("PutLifecycleHook", { ...action, ...more }));
    expect(put({})).toBe("ValidationError: LifecycleTransition has to be given for a new hook.");
    expect(put({ LifecycleTransition: "x" })).toContain("LifecycleTransition is not one of");
    expect(put({ LifecycleTransition: launching, HeartbeatTimeout: 29 })).toContain("is not from 30 to 7200");
    expect(put({ LifecycleTransition: launching, DefaultResult: "x" })).toContain("DefaultResult is not one of");
    expect(put({ LifecycleTransition: launching, AutoScalingGroupName: "no" })).toContain("'no' not found");
  });
});

describe("CodeDeploy", () => {
  const appSpec = (hooks: readonly object[]): Members => ({
    revisionType: "AppSpecContent",
    appSpecContent: {
      content: JSON.stringify({
        version: 0.0,
        Resources: [{ TargetService: { Type: "AWS::ECS::Service", Properties: { TaskDefinition: "arn" } } }],
        Hooks: hooks,
      }),
    },
  });
  const setup: Setup = {
    applications: [
      {
        name: "shop",
        groups: [
          { name: "plain", platform: "ECS" },
          {
            name: "gate",
            platform: "ECS",
            ready: { action: "STOP_DEPLOYMENT", waitMinutes: 10 },
            terminationWaitMinutes: 5,
          },
          { name: "careful", platform: "ECS", autoRollback: true },
          { name: "function", platform: "Lambda", hooks: ["BeforeAllowTraffic"] },
        ],
      },
    ],
  };
  const create = (
    { call }: ReturnType<typeof world>,
    deploymentGroupName: string,
    hooks: readonly object[] = [],
  ): string =>
    call("CreateDeployment", { applicationName: "shop", deploymentGroupName, revision: appSpec(hooks) })[
      "deploymentId"
    ] as string;
  const info = ({ call }: ReturnType<typeof world>, deploymentId: string): Members =>
    call("GetDeployment", { deploymentId })["deploymentInfo"] as Members;
  const eventsOf = ({ call }: ReturnType<typeof world>, deploymentId: string): Members[] => {
    const [targetId] = call("ListDeploymentTargets", { deploymentId })["targetIds"] as string[];
    const { deploymentTarget } = call("GetDeploymentTarget", { deploymentId, targetId });
    return (deploymentTarget as { ecsTarget: { lifecycleEvents: Members[] } }).ecsTarget.lifecycleEvents;
  };

  test("a deployment stops at its hook and goes on when that reports Succeeded", () => {
    const made = world(setup);
    const id = create(made, "plain", [{ AfterInstall: "check" }]);
    expect(info(made, id)).toMatchObject({ status: "Created", computePlatform: "ECS", creator: "user" });
    made.pass(60);
    expect(info(made, id)).toMatchObject({ status: "InProgress", deploymentOverview: { InProgress: 1 } });
    expect(made.hooks).toMatchObject([{ deploymentId: id, event: "AfterInstall", functionName: "check" }]);
    const lifecycleEventHookExecutionId = made.hooks[0]?.executionId;
    const report = { deploymentId: id, lifecycleEventHookExecutionId, status: "Succeeded" };
    expect(made.call("PutLifecycleEventHookExecutionStatus", report)).toEqual({ lifecycleEventHookExecutionId });
    expect(refusal(() => made.call("PutLifecycleEventHookExecutionStatus", report))).toBe(
      "LifecycleEventAlreadyCompletedException",
    );
    made.pass(60);
    expect(info(made, id)).toMatchObject({ status: "Succeeded", deploymentOverview: { Succeeded: 1 } });
    expect(eventsOf(made, id).map(({ status }) => status)).toEqual(Array(8).fill("Succeeded"));
  });

  test("a hook that reports Failed fails the deployment, and it is rolled back", () => {
    const made = world(setup);
    const id = create(made, "careful", [{ BeforeAllowTraffic: "check" }]);
    made.pass(60);
    made.hooks[0]?.onOutput("GET / gives 503");
    const lifecycleEventHookExecutionId = made.hooks[0]?.executionId;
    made.call("PutLifecycleEventHookExecutionStatus", {
      deploymentId: id,
      lifecycleEventHookExecutionId,
      status: "Failed",
    });
    const rollbackDeploymentId = "d-000000002";
    expect(info(made, id)).toMatchObject({
      status: "Failed",
      errorInformation: { code: "HOOK_EXECUTION_FAILURE" },
      rollbackInfo: { rollbackDeploymentId },
    });
    expect(eventsOf(made, id).filter(({ status }) => status === "Failed")).toMatchObject([
      {
        lifecycleEventName: "BeforeAllowTraffic",
        diagnostics: { errorCode: "ScriptFailed", logTail: "GET / gives 503" },
      },
    ]);
    made.pass(60);
    expect(info(made, rollbackDeploymentId)).toMatchObject({
      status: "Succeeded",
      creator: "codeDeployRollback",
      rollbackInfo: { rollbackTriggeringDeploymentId: id },
    });
  });

  test("a failure of BeforeInstall rolls nothing back", () => {
    const made = world(setup);
    const id = create(made, "careful", [{ BeforeInstall: "check" }]);
    made.pass(2);
    const lifecycleEventHookExecutionId = made.hooks[0]?.executionId;
    made.call("PutLifecycleEventHookExecutionStatus", {
      deploymentId: id,
      lifecycleEventHookExecutionId,
      status: "Failed",
    });
    expect(info(made, id)["rollbackInfo"]).toBeUndefined();
  });

  test("an hour without a report fails the deployment", () => {
    const made = world(setup);
    const id = made.call("CreateDeployment", {
      applicationName: "shop",
      deploymentGroupName: "function",
      revision: {},
    })["deploymentId"] as string;
    made.pass(3600);
    expect(info(made, id)).toMatchObject({ status: "InProgress", computePlatform: "Lambda" });
    made.pass(2);
    expect(info(made, id)).toMatchObject({ status: "Failed" });
  });

  test("a deployment is Ready until it is continued, and keeps the old tasks until it is told not to", () => {
    const made = world(setup);
    const id = create(made, "gate");
    const go = (deploymentWaitType: string) => () =>
      made.call("ContinueDeployment", { deploymentId: id, deploymentWaitType });
    expect(refusal(go("READY_WAIT"))).toContain("DeploymentIsNotInReadyStateException");
    made.pass(60);
    expect(info(made, id)).toMatchObject({
      status: "Ready",
      deploymentOverview: { Ready: 1 },
      blueGreenDeploymentConfiguration: {
        deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 10 },
      },
    });
    go("READY_WAIT")();
    made.pass(60);
    expect(info(made, id)).toMatchObject({ status: "Ready", instanceTerminationWaitTimeStarted: true });
    go("TERMINATION_WAIT")();
    expect(info(made, id)).toMatchObject({ status: "Succeeded" });
    expect(refusal(go("TERMINATION_WAIT"))).toBe("DeploymentAlreadyCompletedException");
  });

  test("instances that replace others wait before the traffic moves and before the old ones go", () => {
    const group = { name: "prod", ready: { action: "STOP_DEPLOYMENT" }, terminationWaitMinutes: 5 } as const;
    const made = world({ applications: [{ name: "shop", groups: [group, { name: "in-place" }] }] });
    const { deploymentId } = made.call("CreateDeployment", {
      applicationName: "shop",
      deploymentGroupName: "prod",
      revision: {},
    });
    const go = (deploymentWaitType: string) => made.call("ContinueDeployment", { deploymentId, deploymentWaitType });
    const seen = () => info(made, deploymentId as string);
    made.pass(60);
    expect(seen()).toMatchObject({
      status: "Ready",
      computePlatform: "Server",
      deploymentStyle: { deploymentType: "BLUE_GREEN", deploymentOption: "WITH_TRAFFIC_CONTROL" },
      blueGreenDeploymentConfiguration: { deploymentReadyOption: { waitTimeInMinutes: 60 } },
      instanceTerminationWaitTimeStarted: false,
    });
    go("READY_WAIT");
    made.pass(60);
    expect(seen()).toMatchObject({ status: "Ready", instanceTerminationWaitTimeStarted: true });
    go("TERMINATION_WAIT");
    expect(seen()).toMatchObject({ status: "Succeeded" });
    const other = made.call("CreateDeployment", {
      applicationName: "shop",
      deploymentGroupName: "in-place",
      revision: {},
    });
    made.pass(60);
    expect(info(made, other["deploymentId"] as string)).toMatchObject({
      status: "Succeeded",
      deploymentStyle: { deploymentType: "IN_PLACE", deploymentOption: "WITHOUT_TRAFFIC_CONTROL" },
    });
  });

  test("nobody continues: the deployment is stopped", () => {
    const made = world(setup);
    const id = create(made, "gate");
    made.pass(700);
    expect(info(made, id)).toMatchObject({ status: "Stopped", errorInformation: { code: "TIMEOUT" } });
  });

  test("deployments are listed and stopped, and a group has one at a time", () => {
    const made = world(setup);
    const id = create(made, "plain", [{ AfterInstall: "check" }]);
    expect(refusal(() => create(made, "plain"))).toContain(`already has an active Deployment '${id}'`);
    const list = (more: Members = {}) => made.call("ListDeployments", more)["deployments"];
    expect([list(), list({ includeOnlyStatuses: ["Ready"] }), list({ deploymentGroupName: "gate" })]).toEqual([
      [id],
      [],
      [],
    ]);
    expect(made.call("StopDeployment", { deploymentId: id, autoRollbackEnabled: true })).toMatchObject({
      status: "Succeeded",
    });
    expect(info(made, id)).toMatchObject({ status: "Stopped", rollbackInfo: { rollbackDeploymentId: "d-000000002" } });
    expect(list()).toEqual(["d-000000002", id]);
  });

  test.each<[string, Members, string]>([
    ["GetDeployment", { deploymentId: "d-NO" }, "DeploymentDoesNotExistException"],
    ["GetDeployment", { deploymentId: "x" }, "InvalidDeploymentIdException"],
    ["CreateDeployment", { applicationName: "no", deploymentGroupName: "plain" }, "ApplicationDoesNotExistException"],
    [
      "CreateDeployment",
      { applicationName: "shop", deploymentGroupName: "no" },
      "DeploymentGroupDoesNotExistException",
    ],
    ["CreateDeployment", { applicationName: "shop" }, "DeploymentGroupNameRequiredException"],
    ["CreateDeployment", { applicationName: "shop", deploymentGroupName: "plain" }, "RevisionRequiredException"],
  ])("%s of %j: %s", (operation, input, expected) => {
    const made = world(setup);
    expect(refusal(() => made.call(operation, input))).toBe(expected);
  });

  test("without a world, a deployment that is named is what its reports make of it", () => {
    const made = world();
    const put = (deploymentId: string, status: string) =>
      made.call("PutLifecycleEventHookExecutionStatus", { deploymentId, lifecycleEventHookExecutionId: "x", status });
    put("d-1", "InProgress");
    put("d-2", "Failed");
    expect(["d-1", "d-2", "d-3"].map((id) => info(made, id)["status"])).toEqual(["InProgress", "Failed", "Succeeded"]);
    put("d-1", "Succeeded");
    expect(info(made, "d-1")["status"]).toBe("Succeeded");
    made.call("ContinueDeployment", { deploymentId: "d-1", deploymentWaitType: "TERMINATION_WAIT" });
    made.call("StopDeployment", { deploymentId: "d-4" });
    expect(info(made, "d-4")["status"]).toBe("Stopped");
    expect(made.told()).toEqual({
      hooks: {},
      executions: { "d-1": { x: "Succeeded" }, "d-2": { x: "Failed" } },
    });
  });
});

describe("an AppSpec", () => {
  const yaml = `version: 0.0
Resources: # of the service
  - TargetService:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1"
        LoadBalancerInfo:
          ContainerName: "web"
          ContainerPort: 80
Hooks:
  - BeforeInstall: "before"
  - AfterAllowTraffic: 'after' # comment
`;
  test("in YAML", () => {
    const { platform, hooks, target } = readAppSpec(yaml);
    expect([platform, [...hooks], target]).toEqual([
      "ECS",
      [
        ["BeforeInstall", "before"],
        ["AfterAllowTraffic", "after"],
      ],
      "web",
    ]);
  });

  test("of a function, in JSON", () => {
    const { platform, hooks, target } = readAppSpec(
      '{"version":0,"Resources":[{"f":{"Type":"AWS::Lambda::Function","Properties":{"Name":"f","Alias":"live"}}}],"Hooks":[{"BeforeAllowTraffic":"check"}]}',
    );
    expect([platform, [...hooks], target]).toEqual(["Lambda", [["BeforeAllowTraffic", "check"]], "f"]);
  });

  test.each([
    ["{", "it is not JSON"],
    ["Hooks: [{ BeforeInstall: x }]", 'line 1 is not "name: value"'],
    ["Hooks:", "none"],
    ["Hooks:\n  ? x", 'line 2 is not "name: value"'],
  ])("%j: %s", (content, expected) => {
    expect(refusal(() => readAppSpec(content))).toContain(expected);
  });
});

describe("ECS", () => {
  const setup: Setup = {
    services: [
      {
        name: "web",
        deploying: true,
        pauses: [
          { stage: "POST_TEST_TRAFFIC_SHIFT", timeoutMinutes: 60 },
          { stage: "BAKE_TIME", timeoutAction: "CONTINUE" },
        ],
      },
    ],
  };
  function paused() {
    const made = world(setup);
    made.pass(30);
    const [first] = made.call("ListServiceDeployments", { service: "web" })["serviceDeployments"] as Members[];
    const serviceDeploymentArn = first?.["serviceDeploymentArn"] as string;
    const describeIt = (): Members => {
      const input = { serviceDeploymentArns: [serviceDeploymentArn] };
      return (made.call("DescribeServiceDeployments", input)["serviceDeployments"] as Members[])[0] ?? {};
    };
    const hookId = () => (describeIt()["lifecycleHookDetails"] as Members[]).at(-1)?.["hookId"];
    return { ...made, serviceDeploymentArn, describeIt, hookId };
  }

  test("a deployment pauses until it is continued", () => {
    const { serviceDeploymentArn, describeIt, hookId, call, pass } = paused();
    expect(describeIt()).toMatchObject({
      status: "IN_PROGRESS",
      lifecycleStage: "POST_TEST_TRAFFIC_SHIFT",
      lifecycleHookDetails: [{ targetType: "PAUSE", status: "AWAITING_ACTION", timeoutAction: "ROLLBACK" }],
    });
    const go = (action?: string) => () =>
      call("ContinueServiceDeployment", { serviceDeploymentArn, hookId: hookId(), action });
    go()();
    expect(refusal(go())).toContain("InvalidParameterException");
    pass(30);
    expect(describeIt()).toMatchObject({ lifecycleStage: "BAKE_TIME" });
    go("CONTINUE")();
    pass(30);
    expect(describeIt()).toMatchObject({ status: "SUCCESSFUL" });
  });

  test("ROLLBACK, a timeout and a stop take it back", () => {
    const refused = paused();
    const { serviceDeploymentArn } = refused;
    refused.call("ContinueServiceDeployment", { serviceDeploymentArn, hookId: refused.hookId(), action: "ROLLBACK" });
    expect(refused.describeIt()).toMatchObject({ status: "ROLLBACK_IN_PROGRESS" });
    refused.pass(1);
    expect(refused.describeIt()).toMatchObject({ status: "ROLLBACK_SUCCESSFUL" });

    const late = paused();
    late.pass(3601);
    expect(late.describeIt()).toMatchObject({
      status: "ROLLBACK_SUCCESSFUL",
      lifecycleHookDetails: [{ status: "TIMED_OUT" }],
    });

    const stopped = paused();
    stopped.call("StopServiceDeployment", { serviceDeploymentArn, stopType: "ABORT" });
    expect(stopped.describeIt()).toMatchObject({ status: "STOPPED" });
    expect(refusal(() => stopped.call("StopServiceDeployment", { serviceDeploymentArn }))).toContain(
      "ConflictException",
    );
  });

  test("a strict world has no other service or deployment", () => {
    const made = world(setup);
    const input = { serviceDeploymentArns: ["arn:no"] };
    expect(refusal(() => made.call("ListServiceDeployments", { service: "no" }))).toBe("ServiceNotFoundException");
    expect(made.call("DescribeServiceDeployments", input)).toEqual({
      serviceDeployments: [],
      failures: [{ arn: "arn:no", reason: "MISSING" }],
    });
    expect(refusal(() => made.call("StopServiceDeployment", { serviceDeploymentArn: "arn:no" }))).toBe(
      "ServiceDeploymentNotFoundException",
    );
  });

  test("without a world, the service, the deployment and the hook that are named come into being", () => {
    const made = world();
    expect(made.call("ListServiceDeployments", { service: "web" })["serviceDeployments"]).toHaveLength(1);
    const serviceDeploymentArn = "arn:aws:ecs:us-east-1:123456789012:service-deployment/c/s/x";
    const input = { serviceDeploymentArn, hookId: "hook-x" };
    expect(made.call("ContinueServiceDeployment", input)).toEqual({ serviceDeploymentArn });
  });
});

test("parameters", () => {
  const made = world({ parameters: [{ Name: "/a", Value: "1" }] });
  const put = (more: Members) => made.call("PutParameter", { Name: "/a", Value: "2", ...more });
  expect(refusal(() => put({}))).toContain("ParameterAlreadyExists");
  expect(put({ Overwrite: true })).toMatchObject({ Version: 2 });
  expect(made.call("GetParameter", { Name: "/a" })).toMatchObject({
    Parameter: { Value: "2", Type: "String", Version: 2 },
  });
  made.call("DeleteParameter", { Name: "/a" });
  expect(refusal(() => made.call("GetParameter", { Name: "/a" }))).toContain("ParameterNotFound");
});

test("an instance's metadata", () => {
  const made = world({ groups: [{ name: "web", instances: [{ id: "i-1" }] }], events: [{ after: 5, spot: "i-1" }] });
  const ask = (path: string, headers: Record<string, string>, method = "GET") =>
    made.metadata({ method, path, headers, body: Buffer.alloc(0) });
  expect(ask("/elsewhere", {})).toBeUndefined();
  expect(ask("/latest/meta-data/instance-id", {})?.status).toBe(401);
  const ttl = { "x-aws-ec2-metadata-token-ttl-seconds": "60" };
  expect([ask("/latest/api/token", {}, "PUT")?.status, ask("/latest/api/token", ttl)?.status]).toEqual([400, 405]);
  expect(ask("/latest/api/token", { ...ttl, "x-forwarded-for": "1.2.3.4" }, "PUT")?.status).toBe(403);
  const token = ask("/latest/api/token", ttl, "PUT")?.body ?? "";
  const read = (path: string) => ask(`/latest/meta-data/${path}`, { "x-aws-ec2-metadata-token": token });
  expect(read("instance-id")?.body).toBe("i-1");
  expect(read("tags/instance/aws:autoscaling:groupName")?.body).toBe("web");
  expect(read("autoscaling/target-lifecycle-state")?.body).toBe("InService");
  expect(read("spot/instance-action")?.status).toBe(404);
  made.pass(5);
  expect(read("spot/instance-action")?.body).toBe('{"action":"terminate","time":"2026-01-01T00:02:05Z"}');
  expect(read("iam/security-credentials/")?.body).toBe("stand-in-role");
  expect(read("iam/security-credentials/stand-in-role")?.body).toContain('"AccessKeyId":"ASIASTANDIN"');
  expect(read("constructor")?.status).toBe(404);
});

test("a clock runs as fast as it is told to, and what is called off does not happen", async () => {
  const clock = createClock(1000);
  const seen: string[] = [];
  const start = clock.now();
  clock.after(5, () => seen.push("late"));
  clock.after(1, () => seen.push("early"));
  clock.after(2, () => seen.push("never"))();
  await new Promise((resolve) => {
    const keepAlive = setInterval(() => {
      if (seen.length < 2) return;
      clearInterval(keepAlive);
      resolve(undefined);
    }, 5);
  });
  expect(seen).toEqual(["early", "late"]);
  expect(clock.now() - start).toBeGreaterThanOrEqual(5000);
  clock.after(5, () => seen.push("stopped"));
  clock.stop();
});
