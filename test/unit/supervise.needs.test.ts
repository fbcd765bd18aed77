import { expect, test } from "@jest/globals";
import { inWords } from "../../src/failure/describe";
import { completeLifecycleAction } from "../../src/operations/complete-lifecycle-action";
import { continueDeployment } from "../../src/operations/continue-deployment";
import type { Operation } from "../../src/operations/operation";
import { putLifecycleEventHookExecutionStatus } from "../../src/operations/put-lifecycle-event-hook-execution-status";
import { checkNeeds, isFilledIn } from "../../src/supervise/needs";
import type { CallInvocation, Params, TypedValues } from "../../src/types";

const report = putLifecycleEventHookExecutionStatus;
const ids = { deploymentId: "d-1", lifecycleEventHookExecutionId: "e-1" };

interface Line {
  readonly operation?: Operation;
  readonly params: Params;
  readonly values?: TypedValues;
  readonly command?: boolean;
}

/** What is refused, in words; undefined where nothing is. */
function refused({ operation = report, params, values = {}, command = true }: Line): string | undefined {
  const invocation = { values, command: command ? {} : undefined, lacksCommand: !command } as CallInvocation;
  if (!operation.outcome) throw new Error("no outcome");
  try {
    checkNeeds(operation.outcome, invocation, params);
    return undefined;
  } catch (error) {
    return inWords(error).text;
  }
}

test.each<[Line, string | undefined]>([
  [{ params: ids }, undefined],
  [{ params: { deploymentId: "d-1" } }, 'Missing required parameter in input: "lifecycleEventHookExecutionId"'],
  [{ params: { ...ids, deploymentId: null } }, 'Missing required parameter in input: "deploymentId"'],
  [{ params: { ...ids, deploymentId: "" }, values: { "deployment-id": "" } }, "--deployment-id is empty"],
  [{ params: { ...ids, deploymentId: "" } }, '"deploymentId" in --cli-input-json is empty'],
  [
    { params: { ...ids, deploymentId: "" }, values: { "deployment-id": "file://id" } },
    "--deployment-id is empty, from file://id",
  ],
  [
    { params: { ...ids, deploymentId: "d\n" }, values: { "deployment-id": "file://id" } },
    "--deployment-id has a line end in it (\\n), from file://id",
  ],
  [{ params: { ...ids, deploymentId: "d\u0085" } }, '"deploymentId" in --cli-input-json has a control character'],
  [{ params: {}, operation: completeLifecycleAction }, undefined],
  [{ params: {}, operation: continueDeployment }, 'Missing required parameter in input: "deploymentId"'],
  [{ params: ids, command: false }, "no command after --"],
  [{ params: { ...ids, status: "Failed" }, command: false }, undefined],
  [{ params: { status: "" }, command: false }, undefined],
  [{ params: ids, operation: continueDeployment, command: false }, "no command after --"],
])("%j is refused with %j", (line, text) => {
  if (text === undefined) expect(refused(line)).toBeUndefined();
  else expect(refused(line)).toContain(text);
});

test.each([
  ["LifecycleActionResult", "", true],
  ["InstanceId", "", true],
  ["LifecycleHookName", "", true],
  ["LifecycleActionToken", "", false],
  ["InstanceId", "Inner", false],
])("that %s is missing in %j is made good: %j", (member, path, isGood) => {
  const { outcome } = completeLifecycleAction;
  expect(outcome && isFilledIn(outcome, { kind: "missing", path, member })).toBe(isGood);
});
