import {
  AutoScalingClient,
  PutLifecycleHookCommand,
  type PutLifecycleHookCommandInput,
} from "@aws-sdk/client-auto-scaling";
import {
  CodeDeployClient,
  PutLifecycleEventHookExecutionStatusCommand,
  type PutLifecycleEventHookExecutionStatusCommandInput,
} from "@aws-sdk/client-codedeploy";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startStandIn, type RunningStandIn } from "../support/stand-in";

let standIn: RunningStandIn;

beforeAll(async () => {
  standIn = await startStandIn("--key", "AKIDUSER=users-own");
});
afterAll(() => standIn.stop());

const own = { accessKeyId: "AKIDSTANDIN", secretAccessKey: "not-a-secret" };

/** How the two SDK clients are set up; one attempt, so that every refusal is seen. */
function config(credentials = own, systemClockOffset = 0) {
  return { endpoint: standIn.url, region: "eu-west-1", maxAttempts: 1, credentials, systemClockOffset };
}

/** How a call ended: `ok` or the error's code and status. */
async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    const { name, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return `${name} ${$metadata?.httpStatusCode ?? "without an answer"}`;
  }
}

function putHook(input: Partial<PutLifecycleHookCommandInput>, settings = config()): Promise<string> {
  const all = { AutoScalingGroupName: "g", LifecycleHookName: "h", ...input };
  return outcome(new AutoScalingClient(settings).send(new PutLifecycleHookCommand(all)));
}

function report(
  input: Partial<PutLifecycleEventHookExecutionStatusCommandInput>,
  settings = config(),
): Promise<string> {
  return outcome(new CodeDeployClient(settings).send(new PutLifecycleEventHookExecutionStatusCommand(input)));
}

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";

test("a group takes 50 hooks, and updates of them", async () => {
  const put = (name: string, group = "full") =>
    putHook({ LifecycleTransition: launching, LifecycleHookName: name, AutoScalingGroupName: group });
  for (let n = 1; n <= 50; n++) expect(await put(`hook-${n}`)).toBe("ok");
  expect(await put("hook-51")).toBe("LimitExceededFault 400");
  expect(await put("hook-50")).toBe("ok");
  expect(await put("hook-51", "another")).toBe("ok");
});

test("a new hook needs a transition, a known one does not", async () => {
  const hook = { AutoScalingGroupName: "updated" };
  expect(await putHook(hook)).toBe("ValidationError 400");
  expect(await putHook({ ...hook, LifecycleTransition: launching })).toBe("ok");
  expect(await putHook({ ...hook, HeartbeatTimeout: 600 })).toBe("ok");
});

test.each<[Partial<PutLifecycleHookCommandInput>, string]>([
  [{ LifecycleHookName: "a.b" }, "ValidationError 400"],
  [{ LifecycleHookName: "n".repeat(256) }, "ValidationError 400"],
  [{ HeartbeatTimeout: 29 }, "ValidationError 400"],
  [{ DefaultResult: "continue" }, "ValidationError 400"],
  [{ AutoScalingGroupName: undefined }, "ValidationError 400"],
])("a hook with %j: %s", async (input, expected) => {
  expect(await putHook({ LifecycleTransition: launching, ...input })).toBe(expected);
});

test("an execution takes one report of Succeeded or Failed", async () => {
  const execution = { deploymentId: "d-ONCE", lifecycleEventHookExecutionId: "x" };
  expect(await report({ ...execution, status: "InProgress" })).toBe("ok");
  expect(await report({ ...execution, status: "Failed" })).toBe("ok");
  expect(await report({ ...execution, status: "Succeeded" })).toBe("LifecycleEventAlreadyCompletedException 400");
  expect(await report({ ...execution, deploymentId: "d-OTHER", status: "Succeeded" })).toBe("ok");
});

test.each<[Partial<PutLifecycleEventHookExecutionStatusCommandInput>, string]>([
  [{ deploymentId: undefined }, "DeploymentIdRequiredException 400"],
  [{ deploymentId: "x" }, "InvalidDeploymentIdException 400"],
  [{ lifecycleEventHookExecutionId: "" }, "InvalidLifecycleEventHookExecutionIdException 400"],
  [{ status: undefined }, "InvalidLifecycleEventHookExecutionStatusException 400"],
  [{ status: "succeeded" as "Succeeded" }, "InvalidLifecycleEventHookExecutionStatusException 400"],
])("a report with %j: %s", async (input, expected) => {
  expect(await report({ deploymentId: "d-1", lifecycleEventHookExecutionId: "1", status: "Failed", ...input })).toBe(
    expected,
  );
});

const fine = { LifecycleTransition: launching, AutoScalingGroupName: "signed" } as const;
const done = { deploymentId: "d-2", lifecycleEventHookExecutionId: "2", status: "InProgress" } as const;

test.each<[string, typeof own, number, string, string]>([
  ["the stand-in's own key", own, 0, "ok", "ok"],
  ["a key given with --key", { accessKeyId: "AKIDUSER", secretAccessKey: "users-own" }, 0, "ok", "ok"],
  ["another secret", { ...own, secretAccessKey: "x" }, 0, "SignatureDoesNotMatch 403", "InvalidSignatureException 400"],
  ["another key", { ...own, accessKeyId: "AKIDX" }, 0, "InvalidClientTokenId 403", "UnrecognizedClientException 400"],
  ["a clock an hour slow", own, -3_600_000, "SignatureDoesNotMatch 403", "InvalidSignatureException 400"],
])("signed with %s", async (_, credentials, offset, hookOutcome, reportOutcome) => {
  expect(await putHook(fine, config(credentials, offset))).toBe(hookOutcome);
  expect(await report(done, config(credentials, offset))).toBe(reportOutcome);
});

test("an unsigned call is refused, another operation is not known, anything else is not found", async () => {
  const call = (init: RequestInit) =>
    fetch(standIn.url, init).then(async (answer) => [answer.status, await answer.text()]);
  const json = (target: string) => ({ method: "POST", headers: { "x-amz-target": target }, body: "{}" });
  const form = (fields: Record<string, string>) => ({ method: "POST", body: new URLSearchParams(fields) });
  expect(await call(json("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus"))).toEqual([
    400,
    expect.stringContaining('"__type":"MissingAuthenticationTokenException"'),
  ]);
  expect(await call(form({ Action: "PutLifecycleHook", Version: "2011-01-01" }))).toEqual([
    403,
    expect.stringContaining("<Code>MissingAuthenticationToken</Code>"),
  ]);
  expect(await call(json("CodeDeploy_20141006.ListApplications"))).toEqual([
    404,
    expect.stringContaining('"__type":"UnknownOperationException"'),
  ]);
  expect(await call(form({ Action: "DescribeLifecycleHooks", Version: "2011-01-01" }))).toEqual([
    400,
    expect.stringContaining("<Code>InvalidAction</Code>"),
  ]);
  expect(await call({})).toEqual([404, "Not found\n"]);
});
