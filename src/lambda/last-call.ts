import { inWords } from "../failure/describe";
import { isFailure } from "../failure/failure";
import { loadOperation } from "../operations/load";
import { deliver } from "../supervise/deliver";
import type { Io, Params } from "../types";
import type { HookEvent } from "./index";
import { serviceCall, type ServiceCall } from "./service-call";

/** The call that tells a service how its hook ended. */
export interface LastCall {
  /** The hook in words, and what is told of it. */
  readonly did: (isSuccess: boolean) => string;
  /** Makes the call within so many milliseconds. A note says that there was nothing more to be done. Throws where it could not be made. */
  readonly make: (isSuccess: boolean, limit: number) => Promise<{ readonly note: string | undefined }>;
}

/**
 * The call for a hook, with all that it needs but the outcome; ECS wants none, and reads what the function returns. Throws
 * a Failure if it can be seen already that it could not be made.
 */
export async function lastCall(hook: Exclude<HookEvent, { kind: "ecs" }>, io: Io): Promise<LastCall> {
  return hook.kind === "codedeploy" ? codeDeployCall(hook, io) : autoScalingCall(hook, io);
}

async function codeDeployCall(hook: Extract<HookEvent, { kind: "codedeploy" }>, io: Io): Promise<LastCall> {
  const { deploymentId, lifecycleEventHookExecutionId } = hook;
  const { operation } = await loadOperation({ word: "put-lifecycle-event-hook-execution-status" });
  const call = await serviceCall(operation, { deploymentId, lifecycleEventHookExecutionId }, io);
  const status = (isSuccess: boolean): string => (isSuccess ? "Succeeded" : "Failed");
  return {
    did: (isSuccess) => `reported ${status(isSuccess)} for deployment ${deploymentId}`,
    make: (isSuccess, limit) =>
      made({ call, limit, params: { status: status(isSuccess) } }, (code) =>
        code === "LifecycleEventAlreadyCompletedException" ? "the hook has a status already" : undefined,
      ),
  };
}

async function autoScalingCall(hook: Extract<HookEvent, { kind: "autoscaling" }>, io: Io): Promise<LastCall> {
  const { instanceId, lifecycleHookName, autoScalingGroupName } = hook;
  const { operation } = await loadOperation({ word: "complete-lifecycle-action" });
  const call = await serviceCall(operation, actionOf(hook), io);
  const result = (isSuccess: boolean): string => (isSuccess ? "CONTINUE" : "ABANDON");
  return {
    did: (isSuccess) =>
      `completed with ${result(isSuccess)} the action of ${instanceId} at hook ${lifecycleHookName} of group ${autoScalingGroupName}`,
    make: (isSuccess, limit) =>
      made({ call, limit, params: { LifecycleActionResult: result(isSuccess) } }, (code, message) =>
        isGone(code, message) ? "the action had ended before" : undefined,
      ),
  };
}

/** The members that name a lifecycle action. */
export function actionOf(hook: Extract<HookEvent, { kind: "autoscaling" }>): Params {
  const { lifecycleHookName, autoScalingGroupName, lifecycleActionToken, instanceId } = hook;
  return {
    LifecycleHookName: lifecycleHookName,
    AutoScalingGroupName: autoScalingGroupName,
    LifecycleActionToken: lifecycleActionToken,
    InstanceId: instanceId,
  };
}

/** Whether an error of EC2 Auto Scaling says that an action is not active: too late as well as too early. */
export function isGone(code: string, message: string): boolean {
  return code === "ValidationError" && message.includes("No active Lifecycle Action found");
}

interface Making {
  readonly call: ServiceCall;
  readonly params: Params;
  readonly limit: number;
}

/** Makes a call in as many attempts as its time allows. What the service says of a hook that is over counts as made. */
export async function made(
  { call: { request, send, renew }, params, limit }: Making,
  over: (code: string, message: string) => string | undefined,
): Promise<{ note: string | undefined }> {
  const whole = { ...request, params: { ...request.params, ...params } };
  const delivered = await deliver({ outcome: { doneAlready: [] }, request: whole, send, renew, limit });
  if (delivered.isMade) return { note: undefined };
  const { problem } = delivered;
  const data = isFailure(problem) ? problem.data : undefined;
  const note = data?.kind === "service-error" ? over(data.code, data.message) : undefined;
  if (note !== undefined) return { note };
  throw new Error(inWords(problem).text.trim(), { cause: problem });
}
