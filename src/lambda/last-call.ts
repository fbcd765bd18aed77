import { inWords } from "../failure/in-words";
import { loadOperation } from "../operations/load";
import { deliver } from "../supervise/deliver";
import { createKeys } from "../supervise/keys";
import type { Io, Params } from "../types";
import type { HookEvent } from "./index";
import { serviceCall, type ServiceCall } from "./service-call";

/** The call that tells a service how its hook ended. */
export interface LastCall {
  /** The hook in words, with what was reported for it. */
  readonly did: (isSuccess: boolean) => string;
  /**
   * Makes the call within so many milliseconds. A note says that there was nothing more to do. Throws if the call could
   * not be made.
   */
  readonly make: (isSuccess: boolean, limit: number) => Promise<{ readonly note: string | undefined }>;
}

/**
 * The call for a hook, with all that it needs except the outcome. ECS needs no call: it reads what the function
 * returns. Throws a Failure if it shows already that the call could not be made.
 */
export async function lastCall(hook: Exclude<HookEvent, { kind: "ecs" }>, io: Io): Promise<LastCall> {
  return hook.kind === "codedeploy" ? codeDeployCall(hook, io) : autoScalingCall(hook, io);
}

async function codeDeployCall(hook: Extract<HookEvent, { kind: "codedeploy" }>, io: Io): Promise<LastCall> {
  const { deploymentId, lifecycleEventHookExecutionId } = hook;
  const { operation } = await loadOperation({ word: "put-lifecycle-event-hook-execution-status" });
  const call = await serviceCall(operation, { deploymentId, lifecycleEventHookExecutionId }, io);
  const expect = { lifecycleEventHookExecutionId };
  await rehearse(call, { status: "Succeeded" });
  const status = (isSuccess: boolean): string => (isSuccess ? "Succeeded" : "Failed");
  return {
    did: (isSuccess) => `reported ${status(isSuccess)} for deployment ${deploymentId}`,
    make: (isSuccess, limit) =>
      made({ ...call, request: { ...call.request, expect } }, { params: { status: status(isSuccess) }, limit }),
  };
}

async function autoScalingCall(hook: Extract<HookEvent, { kind: "autoscaling" }>, io: Io): Promise<LastCall> {
  const { instanceId, lifecycleHookName, autoScalingGroupName } = hook;
  const { operation } = await loadOperation({ word: "complete-lifecycle-action" });
  const call = await serviceCall(operation, actionOf(hook), io);
  await rehearse(call, { LifecycleActionResult: "CONTINUE" });
  const result = (isSuccess: boolean): string => (isSuccess ? "CONTINUE" : "ABANDON");
  return {
    did: (isSuccess) =>
      `completed with ${result(isSuccess)} the action of ${instanceId} at hook ${lifecycleHookName} of group ${autoScalingGroupName}`,
    make: (isSuccess, limit) => made(call, { params: { LifecycleActionResult: result(isSuccess) }, limit }),
  };
}

/** Makes the call without sending it: whatever would stop it then stops it now, and all of its code is in memory. */
async function rehearse({ request, send }: ServiceCall, params: Params): Promise<void> {
  const rehearsed = new Error("a rehearsal, not sent");
  const settings = { ...request.settings, retries: { ...request.settings.retries, maxAttempts: 1 } };
  const whole = { ...request, settings, params: { ...request.params, ...params } };
  await send({ ...whole, signal: AbortSignal.abort(rehearsed) }).catch((error: unknown) => {
    if (error !== rehearsed) throw error;
  });
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

/** The parts of the call that were not known before, and the time that it may take, in milliseconds. */
interface Making {
  readonly params: Params;
  readonly limit: number;
}

/**
 * Makes a call in as many attempts as its time allows. If the service says that the hook is over, that counts as made.
 */
export async function made(
  { request, send, renew }: ServiceCall,
  { params, limit }: Making,
): Promise<{ readonly note: string | undefined }> {
  const { doneAlready = { errors: [], sentence: "" } } = request.operation.outcome ?? {};
  const delivered = await deliver({
    outcome: { doneAlready },
    request: { ...request, params: { ...request.params, ...params } },
    send,
    keys: createKeys({ first: request.credentials, renew }),
    limit,
  });
  if (delivered.kind === "made") return { note: undefined };
  if (delivered.kind === "done-before") return { note: `${doneAlready.sentence} (${delivered.code})` };
  const { text } = await inWords(delivered.problem);
  throw new Error(text.trim(), { cause: delivered.problem });
}
