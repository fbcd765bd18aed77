import { expect, test } from "@jest/globals";
import { jsonError, useHookService } from "../support/hook-service";
import {
  bridgedEvent,
  codeDeployEvent,
  ecsEvent,
  inSns,
  inSqs,
  lifecycleMessage,
  snsEnvelope,
  testNotification,
} from "../support/lambda-events";
import type { LambdaFunction } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

const services = useHookService();
const { invoke } = useLambda();

const command = (line: string): LambdaFunction => ({ env: { ...services.env(), HOOK_COMMAND: line } });

onLinux("EC2 Auto Scaling", () => {
  test.each([
    ["from EventBridge", bridgedEvent()],
    ["from EventBridge, by a queue", inSqs(bridgedEvent())],
    ["from EventBridge, by a topic", inSns(bridgedEvent())],
    ["by a queue", inSqs(lifecycleMessage())],
    ["by a topic", inSns(lifecycleMessage())],
    ["by a topic and a queue", inSqs(snsEnvelope(lifecycleMessage()))],
    ["by itself", lifecycleMessage()],
  ])("an action that comes %s is completed", async (_, event) => {
    expect(await invoke(command("true"), event)).toMatchObject({ kind: "returned", value: null });
    expect(services.told()).toEqual(["CONTINUE"]);
    const completed = services
      .service()
      .requests.find(({ body }) => body && "form" in body && body.form["LifecycleActionResult"]);
    expect(completed?.body).toMatchObject({
      form: {
        LifecycleHookName: "drain",
        AutoScalingGroupName: "workers",
        LifecycleActionToken: "87654321-4321-4321-4321-210987654321",
        InstanceId: "i-0123456789abcdef0",
      },
    });
  });

  test("a command that fails is ABANDON", async () => {
    await invoke(command("false"), bridgedEvent());
    expect(services.told()).toEqual(["ABANDON"]);
  });

  test.each([
    ["bare", testNotification],
    ["by a queue", inSqs(testNotification)],
    ["by a topic and a queue", inSqs(snsEnvelope(testNotification))],
  ])("a test notification is ignored: %s", async (_, event) => {
    const invoked = await invoke(command("echo STARTED"), event);
    expect(invoked).toMatchObject({ kind: "returned", value: null });
    expect(invoked.log).not.toContain("STARTED");
    expect(services.called()).toEqual([]);
  });

  test("several records are taken in order, and what throws does so after all of them", async () => {
    const ids = ["i-1", "i-2", "i-3"];
    const [first, ...others] = ids.map((id) => lifecycleMessage(id));
    services.service().script.push({ ...jsonError("ValidationError"), on: "CompleteLifecycleAction" });
    const event = inSqs(first, "no JSON", testNotification, ...others);
    const invoked = await invoke(command("sh -c 'echo RUN $INSTANCE_ID'"), event);
    expect(invoked.log.filter((line) => line.startsWith("RUN "))).toEqual(ids.map((id) => `RUN ${id}`));
    expect(invoked).toMatchObject({ kind: "threw" });
    expect(services.told()).toEqual(["CONTINUE", "CONTINUE", "CONTINUE"]);
  });

  test("a record that hangs takes nothing of the others' time", async () => {
    const event = inSqs(lifecycleMessage("i-1"), lifecycleMessage("i-2"), lifecycleMessage("i-3"));
    const line = "sh -c 'test $INSTANCE_ID != i-1 || sleep 60'";
    expect(await invoke(command(line), event, 6000)).toMatchObject({ kind: "returned", left: [] });
    expect(services.told()).toEqual(["ABANDON", "CONTINUE", "CONTINUE"]);
  });
});

onLinux("the heartbeats of an action", () => {
  test("come while the command runs, for all actions of the invocation", async () => {
    const event = inSqs(lifecycleMessage("i-1"), lifecycleMessage("i-2"));
    await invoke(command("sleep 1"), event);
    const beats = services
      .service()
      .requests.flatMap(({ body }) =>
        body && "form" in body && body.form["Action"] === "RecordLifecycleActionHeartbeat"
          ? [body.form["InstanceId"]]
          : [],
      );
    expect(beats).toEqual(expect.arrayContaining(["i-1", "i-2"]));
  });

  test("decide nothing where they are refused", async () => {
    const refusal = jsonError("AccessDenied", 403);
    services
      .service()
      .script.push(
        { ...refusal, on: "RecordLifecycleActionHeartbeat", repeat: true },
        { ...refusal, on: "DescribeLifecycleHooks", repeat: true },
      );
    expect(await invoke(command("sleep 1"), bridgedEvent())).toMatchObject({ kind: "returned" });
    expect(services.told()).toEqual(["CONTINUE"]);
  });
});

onLinux("ECS", () => {
  test.each([
    ["SUCCEEDED", "true"],
    ["FAILED", "false"],
    ["FAILED", "not-there"],
    ["FAILED", ""],
    ["FAILED", "sleep 60"],
  ])("gets %s for %s, and no call is made", async (hookStatus, line) => {
    const invoked = await invoke(command(line), ecsEvent, 4000);
    expect(invoked).toMatchObject({ kind: "returned", value: { hookStatus } });
    expect(services.called()).toEqual([]);
  });
});

onLinux("any other event throws, and nothing is run", () => {
  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "hello"],
    ["an empty object", {}],
    ["half of CodeDeploy's", { DeploymentId: "d-1" }],
    ["empty ids", { ...codeDeployEvent, LifecycleEventHookExecutionId: "" }],
    ["no records", { Records: [] }],
    ["a record of S3", { Records: [{ eventSource: "aws:s3", s3: {} }] }],
    ["CodeDeploy's in a queue", inSqs(codeDeployEvent)],
    ["a launch that has succeeded", { ...bridgedEvent(), "detail-type": "EC2 Instance Launch Successful" }],
    ["another source", { ...bridgedEvent(), source: "my.app" }],
    ["an action without a token", { ...lifecycleMessage(), LifecycleActionToken: undefined }],
  ])("%s", async (_, event) => {
    const invoked = await invoke(command("echo STARTED"), event);
    expect(invoked).toMatchObject({ kind: "threw" });
    expect(invoked.log).not.toContain("STARTED");
    expect(services.called()).toEqual([]);
  });
});
