import { expect, test } from "@jest/globals";
import { useHookService } from "../support/hook-service";
import { bridgedEvent, codeDeployEvent, ecsEvent, inSqs, lifecycleMessage } from "../support/lambda-events";
import type { LambdaFunction } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

const services = useHookService();
const { start, invoke } = useLambda();

/** A function whose hook has this body. */
const body = (text: string, env: LambdaFunction["env"] = {}): LambdaFunction => ({
  handler: "index.handler",
  files: {
    "index.mjs": `import { hook } from "aws-lifecycle-hooks/lambda";
import { execFileSync, spawn } from "node:child_process";
export const handler = hook(async (event, context) => { ${text} });`,
  },
  env: { ...services.env(), ...env },
});

onLinux("a function of one's own", () => {
  test.each([
    ["Succeeded", "it returns", ""],
    ["Succeeded", "it returns something", "return false"],
    ["Failed", "it throws", "throw new Error('no')"],
    ["Failed", "it throws what is no error", "throw undefined"],
    ["Failed", "it never ends", "await new Promise(() => {})"],
    ["Failed", "it works for ever", "for (;;);"],
    ["Failed", "it waits for a process, and lets nothing else run", "execFileSync('sleep', ['60'])"],
    ["Failed", "it ends the process", "process.exit(0)"],
    [
      "Failed",
      "it leaves a promise that is rejected",
      "Promise.reject(new Error('stray')); await new Promise(() => {})",
    ],
    [
      "Failed",
      "it leaves a callback that throws",
      "setTimeout(() => { throw new Error('stray') }); await new Promise(() => {})",
    ],
  ])("is reported as %s where %s", async (status, _, text) => {
    const invoked = await invoke(body(text), codeDeployEvent, 3000);
    expect(services.told()).toEqual([status]);
    expect(invoked.left).toEqual([]);
    if (!text.includes("for (;;)")) expect(invoked).toMatchObject({ kind: "returned", value: null });
  });

  test("gets the hook by its names, the event and the context", async () => {
    const seen = body(
      "console.log('SEEN' + JSON.stringify([event, context.awsRequestId, context.getRemainingTimeInMillis() > 0]))",
    );
    const lambda = await start(seen);
    const events: [unknown, object][] = [
      [
        codeDeployEvent,
        { kind: "codedeploy", deploymentId: "d-ABCDEF123", lifecycleEventHookExecutionId: "eyJlbmNyeXB0ZWREYXRhIjoi" },
      ],
      [
        bridgedEvent(),
        {
          kind: "autoscaling",
          autoScalingGroupName: "workers",
          lifecycleHookName: "drain",
          lifecycleActionToken: "87654321-4321-4321-4321-210987654321",
          instanceId: "i-0123456789abcdef0",
          lifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
          notificationMetadata: "from the hook",
        },
      ],
      [
        ecsEvent,
        {
          kind: "ecs",
          serviceDeploymentArn: ecsEvent.resourceArn,
          lifecycleStage: "POST_TEST_TRAFFIC_SHIFT",
          serviceArn: ecsEvent.executionDetails.serviceArn,
        },
      ],
    ];
    for (const [event, hook] of events) {
      const { log } = await lambda.invoke(event);
      const line = log.find((one) => one.startsWith("SEEN"))?.slice(4) ?? "null";
      expect(JSON.parse(line)).toEqual([{ ...hook, event }, expect.any(String), true]);
    }
  });

  test("answers ECS by what it returns", async () => {
    const lambda = await start(body("if (event.lifecycleStage === 'FAIL') throw new Error('no')"));
    expect(await lambda.invoke(ecsEvent)).toMatchObject({ value: { hookStatus: "SUCCEEDED" } });
    expect(await lambda.invoke({ ...ecsEvent, lifecycleStage: "FAIL" })).toMatchObject({
      value: { hookStatus: "FAILED" },
    });
  });

  test("takes several records in order, with heartbeats even while it lets nothing else run", async () => {
    const text = "console.log('RUN ' + event.instanceId); execFileSync('sleep', ['1'])";
    const { log } = await invoke(body(text), inSqs(lifecycleMessage("i-1"), lifecycleMessage("i-2")));
    expect(log.filter((line) => line.startsWith("RUN "))).toEqual(["RUN i-1", "RUN i-2"]);
    expect(services.told()).toEqual(["CONTINUE", "CONTINUE"]);
    expect(services.called()).toContain("RecordLifecycleActionHeartbeat");
  });

  test("leaves no process running, and the next invocation is like the first", async () => {
    const lambda = await start(body("spawn('sleep', ['300'], { detached: true, stdio: 'ignore' })"));
    expect(await lambda.invoke(codeDeployEvent)).toMatchObject({ kind: "returned", left: [] });
    expect(await lambda.invoke(codeDeployEvent)).toMatchObject({ kind: "returned", left: [] });
    expect(services.told()).toEqual(["Succeeded", "Succeeded"]);
  });

  test("together with HOOK_PARK is a Failed", async () => {
    await invoke(body("console.log('STARTED')", { HOOK_PARK: "/hooks" }), codeDeployEvent);
    expect(services.told()).toEqual(["Failed"]);
    expect(services.called()).not.toContain("PutParameter");
  });
});
