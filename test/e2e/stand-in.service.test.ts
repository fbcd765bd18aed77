import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { putHook, report, type Caller } from "../support/sdk-calls";
import { startStandIn, type RunningStandIn } from "../support/stand-in";

let standIn: RunningStandIn;

beforeAll(async () => {
  standIn = await startStandIn("--key", "AKIDUSER=users-own");
});
afterAll(() => standIn.stop());

test("a group takes 50 hooks, and updates of them", async () => {
  const put = (name: string, group = "full") =>
    putHook(standIn.url, { LifecycleHookName: name, AutoScalingGroupName: group });
  for (let n = 1; n <= 50; n++) expect(await put(`hook-${n}`)).toBe("ok");
  expect(await put("hook-51")).toBe("LimitExceededFault 400");
  expect(await put("hook-50")).toBe("ok");
  expect(await put("hook-51", "another")).toBe("ok");
});

test("a new hook needs a transition, a known one does not", async () => {
  const hook = { AutoScalingGroupName: "updated", LifecycleTransition: undefined };
  expect(await putHook(standIn.url, hook)).toBe("ValidationError 400");
  expect(await putHook(standIn.url, { AutoScalingGroupName: "updated" })).toBe("ok");
  expect(await putHook(standIn.url, { ...hook, HeartbeatTimeout: 600 })).toBe("ok");
});

test.each<Parameters<typeof putHook>[1][]>([
  [{ LifecycleHookName: "a.b" }],
  [{ LifecycleHookName: "n".repeat(256) }],
  [{ HeartbeatTimeout: 29 }],
  [{ HeartbeatTimeout: 7201 }],
  [{ DefaultResult: "continue" }],
  [{ AutoScalingGroupName: undefined }],
])("a hook with %j is not valid", async (input) => {
  expect(await putHook(standIn.url, input)).toBe("ValidationError 400");
});

test("an execution takes one report of Succeeded or Failed", async () => {
  const put = (status: "InProgress" | "Succeeded" | "Failed", deploymentId = "d-ONCE") =>
    report(standIn.url, { deploymentId, status });
  expect(await put("InProgress")).toBe("ok");
  expect(await put("Failed")).toBe("ok");
  expect(await put("Succeeded")).toBe("LifecycleEventAlreadyCompletedException 400");
  expect(await put("Succeeded", "d-OTHER")).toBe("ok");
});

test.each<[NonNullable<Parameters<typeof report>[1]>, string]>([
  [{ deploymentId: undefined }, "DeploymentIdRequiredException 400"],
  [{ deploymentId: "x" }, "InvalidDeploymentIdException 400"],
  [{ lifecycleEventHookExecutionId: "" }, "InvalidLifecycleEventHookExecutionIdException 400"],
  [{ status: undefined }, "InvalidLifecycleEventHookExecutionStatusException 400"],
  [{ status: "succeeded" as "Succeeded" }, "InvalidLifecycleEventHookExecutionStatusException 400"],
])("a report with %j: %s", async (input, expected) => {
  expect(await report(standIn.url, input)).toBe(expected);
});

test.each<[string, Caller, string, string]>([
  ["the stand-in's own key", {}, "ok", "ok"],
  ["a key given with --key", { accessKeyId: "AKIDUSER", secretAccessKey: "users-own" }, "ok", "ok"],
  ["another secret", { secretAccessKey: "x" }, "SignatureDoesNotMatch 403", "InvalidSignatureException 400"],
  ["another key", { accessKeyId: "AKIDX" }, "InvalidClientTokenId 403", "UnrecognizedClientException 400"],
  [
    "a clock an hour slow",
    { systemClockOffset: -3_600_000 },
    "SignatureDoesNotMatch 403",
    "InvalidSignatureException 400",
  ],
])("signed with %s", async (_, caller, hookOutcome, reportOutcome) => {
  expect(await putHook(standIn.url, {}, caller)).toBe(hookOutcome);
  expect(await report(standIn.url, {}, caller)).toBe(reportOutcome);
});

test("a client that goes away in the middle does no harm", async () => {
  const { port, hostname } = new URL(standIn.url);
  const socket = connect(Number(port), hostname);
  socket.resume().end("POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf");
  await once(socket, "close");
  expect(await report(standIn.url)).toBe("ok");
});

const json = (target: string) => ({ method: "POST", headers: { "x-amz-target": target }, body: "{}" });
const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });

test.each<[string, RequestInit, number, string]>([
  [
    "unsigned JSON",
    json("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus"),
    400,
    '"MissingAuthenticationTokenE',
  ],
  [
    "an unsigned form",
    form({ Action: "PutLifecycleHook", Version: "2011-01-01" }),
    403,
    ">MissingAuthenticationToken<",
  ],
  ["another JSON operation", json("CodeDeploy_20141006.ListApplications"), 404, '"UnknownOperationException"'],
  ["another action", form({ Action: "DescribeTags", Version: "2011-01-01" }), 400, ">InvalidAction<"],
  ["another version", form({ Action: "PutLifecycleHook", Version: "2010-08-01" }), 400, ">InvalidAction<"],
  ["anything else", {}, 404, "Not found"],
])("%s", async (_, init, status, part) => {
  const answer = await fetch(standIn.url, init);
  expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(part)]);
});
