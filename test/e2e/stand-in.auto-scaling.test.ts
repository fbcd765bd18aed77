import {
  CompleteLifecycleActionCommand,
  DeleteLifecycleHookCommand,
  DescribeAutoScalingGroupsCommand,
  DescribeAutoScalingInstancesCommand,
  DescribeLifecycleHooksCommand,
  PutLifecycleHookCommand,
  RecordLifecycleActionHeartbeatCommand,
} from "@aws-sdk/client-auto-scaling";
import { afterEach, expect, test } from "@jest/globals";
import { clients, eventually } from "../support/sdk-calls";
import { startWorld, type RunningWorld } from "../support/stand-in";

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";
const terminating = "autoscaling:EC2_INSTANCE_TERMINATING";
const started: RunningWorld[] = [];

afterEach(async () => {
  await Promise.all(started.splice(0).map(({ stop }) => stop()));
});

/** A world with this group, and what can be asked of it. */
async function world(setup: object | undefined, ...words: string[]) {
  const running = await startWorld(setup, ...words);
  started.push(running);
  const { autoScaling } = clients(running.url);
  const state = async (id: string): Promise<string | undefined> => {
    const input = { InstanceIds: [id] };
    const { AutoScalingInstances: found = [] } = await autoScaling.send(new DescribeAutoScalingInstancesCommand(input));
    return found[0]?.LifecycleState;
  };
  const action = (LifecycleHookName: string, more: object) => ({
    LifecycleHookName,
    AutoScalingGroupName: "web",
    ...more,
  });
  return {
    ...running,
    autoScaling,
    state,
    becomes: (id: string, expected: string | undefined) =>
      eventually(
        () => state(id),
        (seen) => seen === expected,
      ),
    complete: (hook: string, more: object) =>
      autoScaling.send(
        new CompleteLifecycleActionCommand({ LifecycleActionResult: "CONTINUE", ...action(hook, more) }),
      ),
    heartbeat: (hook: string, more: object) =>
      autoScaling.send(new RecordLifecycleActionHeartbeatCommand(action(hook, more))),
  };
}

const hook = (LifecycleHookName: string, LifecycleTransition: string, more: object = {}) => ({
  LifecycleHookName,
  LifecycleTransition,
  HeartbeatTimeout: 7200,
  ...more,
});

test("an instance waits at two hooks before it serves", async () => {
  const setup = {
    groups: [{ name: "web", hooks: [hook("warm", launching), hook("join", launching)] }],
    events: [{ after: 0, launch: { group: "web", instance: "i-1" } }],
  };
  const web = await world(setup, "--speed", "10");
  expect(await web.becomes("i-1", "Pending:Wait")).toBe("Pending:Wait");
  await web.complete("warm", { InstanceId: "i-1" });
  expect(await web.state("i-1")).toBe("Pending:Wait");
  await web.complete("join", { InstanceId: "i-1" });
  expect(await web.becomes("i-1", "InService")).toBe("InService");
});

test("an instance that is terminated waits, and is completed by the token of its notification", async () => {
  const setup = {
    groups: [{ name: "web", hooks: [hook("drain", terminating)], instances: [{ id: "i-1" }] }],
    events: [{ after: 0, terminate: "i-1" }],
  };
  const web = await world(setup, "--speed", "10");
  expect(await web.becomes("i-1", "Terminating:Wait")).toBe("Terminating:Wait");
  const { events = [] } = await web.record();
  const token = events.findLast(({ event }) => event === "i-1 waits at drain")?.["LifecycleActionToken"];
  await web.heartbeat("drain", { LifecycleActionToken: token });
  await web.complete("drain", { LifecycleActionToken: token });
  expect(await web.becomes("i-1", undefined)).toBeUndefined();
  await expect(web.complete("drain", { LifecycleActionToken: token })).rejects.toMatchObject({
    name: "ValidationError",
    message: `No active Lifecycle Action found with token ${String(token)}`,
  });
});

test("an action without a heartbeat expires, and its default result costs a launch", async () => {
  const setup = {
    groups: [{ name: "web", hooks: [hook("warm", launching, { HeartbeatTimeout: 30 })] }],
    events: [{ after: 0, launch: { group: "web", instance: "i-1" } }],
  };
  const web = await world(setup, "--speed", "100");
  expect(await web.becomes("i-1", undefined)).toBeUndefined();
  const { events = [] } = await eventually(web.record, ({ events: seen = [] }) =>
    seen.some(({ event }) => event.endsWith("waits at warm") && !event.startsWith("i-1 ")),
  );
  expect(events.map(({ event }) => event).slice(0, 5)).toEqual([
    "i-1 of web is launched",
    "i-1 waits at warm",
    "the action of warm on i-1 had no heartbeat for 30 seconds",
    "the launch of i-1 is abandoned",
    "i-1 of web is terminated",
  ]);
  await expect(web.complete("warm", { InstanceId: "i-1" })).rejects.toMatchObject({
    name: "ValidationError",
    message: "No active Lifecycle Action found with instance ID i-1",
  });
});

test("a hook that is deleted lets its instances go: a launch is abandoned", async () => {
  const setup = {
    groups: [{ name: "web", hooks: [hook("warm", launching)] }],
    events: [{ after: 0, launch: { group: "web", instance: "i-1" } }],
  };
  const web = await world(setup, "--speed", "100");
  await web.becomes("i-1", "Pending:Wait");
  const drop = new DeleteLifecycleHookCommand({ AutoScalingGroupName: "web", LifecycleHookName: "warm" });
  await web.autoScaling.send(drop);
  expect(await web.becomes("i-1", undefined)).toBeUndefined();
  await expect(web.autoScaling.send(drop)).rejects.toMatchObject({ name: "ValidationError" });
});

test("a world has only what its file says", async () => {
  const web = await world({ groups: [{ name: "web", tags: { team: "a" }, instances: [{ id: "i-1" }] }] });
  const hooks = new DescribeLifecycleHooksCommand({ AutoScalingGroupName: "other" });
  await expect(web.autoScaling.send(hooks)).rejects.toMatchObject({
    name: "ValidationError",
    message: "AutoScalingGroup name not found - AutoScalingGroup 'other' not found",
  });
  await expect(web.complete("drain", { InstanceId: "i-9" })).rejects.toMatchObject({
    message: "No active Lifecycle Action found with instance ID i-9",
  });
  await expect(web.complete("drain", {})).rejects.toMatchObject({ name: "ValidationError" });
  await expect(web.complete("drain", { InstanceId: "i-1", LifecycleActionResult: "GO" })).rejects.toMatchObject({
    name: "ValidationError",
  });
  const described = async (input: object) =>
    (await web.autoScaling.send(new DescribeAutoScalingGroupsCommand(input))).AutoScalingGroups;
  expect(await described({ Filters: [{ Name: "tag:team", Values: ["a"] }] })).toMatchObject([
    { AutoScalingGroupName: "web", Instances: [{ InstanceId: "i-1", LifecycleState: "InService" }] },
  ]);
  expect(await described({ Filters: [{ Name: "tag:team", Values: ["b"] }] })).toEqual([]);
});

test("without a world, what is named comes into being, and an action ends once", async () => {
  const web = await world(undefined);
  await web.heartbeat("drain", { InstanceId: "i-0123456789abcdef0" });
  expect(await web.state("i-0123456789abcdef0")).toBe("Pending:Wait");
  await web.complete("drain", { InstanceId: "i-0123456789abcdef0" });
  await expect(web.complete("drain", { InstanceId: "i-0123456789abcdef0" })).rejects.toMatchObject({
    message: "No active Lifecycle Action found with instance ID i-0123456789abcdef0",
  });
  const token = "12345678-1234-1234-1234-123456789012";
  await web.complete("drain", { LifecycleActionToken: token });
  await expect(web.complete("drain", { LifecycleActionToken: token })).rejects.toMatchObject({
    name: "ValidationError",
  });
  expect(await web.state("i-new")).toBe("InService");
});

test("a target of notifications gets one for a test, in the log and the record", async () => {
  const web = await world(undefined);
  const put = new PutLifecycleHookCommand({
    AutoScalingGroupName: "web",
    LifecycleHookName: "drain",
    LifecycleTransition: terminating,
    NotificationTargetARN: "arn:aws:sqs:us-east-1:123456789012:q",
  });
  await web.autoScaling.send(put);
  const { events } = await web.record();
  expect(events).toMatchObject([
    {
      event: "a test notification goes to arn:aws:sqs:us-east-1:123456789012:q",
      Event: "autoscaling:TEST_NOTIFICATION",
    },
  ]);
});

test("instances come in pages", async () => {
  const instances = Array.from({ length: 5 }, (_, at) => ({ id: `i-${at}` }));
  const { autoScaling } = await world({ groups: [{ name: "web", instances }] });
  const seen: number[] = [];
  let NextToken: string | undefined;
  do {
    const input = { MaxRecords: 2, ...(NextToken !== undefined && { NextToken }) };
    const page = await autoScaling.send(new DescribeAutoScalingInstancesCommand(input));
    seen.push(page.AutoScalingInstances?.length ?? 0);
    ({ NextToken } = page);
  } while (NextToken !== undefined);
  expect(seen).toEqual([2, 2, 1]);
  const wrong = autoScaling.send(new DescribeAutoScalingInstancesCommand({ NextToken: "else" }));
  await expect(wrong).rejects.toMatchObject({ name: "InvalidNextToken" });
});
