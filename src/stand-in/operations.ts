import type { Operation } from "../operations/operation";
import { putLifecycleEventHookExecutionStatus } from "../operations/put-lifecycle-event-hook-execution-status";
import { putLifecycleHook } from "../operations/put-lifecycle-hook";
import { keep, type Input, type Memory } from "./memory";

/** An operation as the stand-in serves it: what it is called on the wire, and what it does with its input. */
export interface ServedOperation {
  readonly declaration: Operation;
  /** What `X-Amz-Target` has before the operation's name, or the form's `Version` (the services' API models). */
  readonly api: string;
  /** The code that refuses a member which is outside its limits. */
  readonly limitError: string;
  /** Keeps what it was told and gives the output, or the code of the error that refuses it. */
  readonly run: (input: Input, memory: Memory) => Input | string;
}

/** What the stand-in serves. */
export const servedOperations: readonly ServedOperation[] = [
  { declaration: putLifecycleHook, api: "2011-01-01", limitError: "ValidationError", run: keepHook },
  {
    declaration: putLifecycleEventHookExecutionStatus,
    api: "CodeDeploy_20141006",
    limitError: "InvalidLifecycleEventHookExecutionStatusException",
    run: keepExecution,
  },
];

/** A group's hooks at most (PutLifecycleHook's API reference). */
const hooksPerGroup = 50;

/** A new hook needs a transition; an update keeps what is not given. */
function keepHook(input: Input, { hooks }: Memory): Input | string {
  const { AutoScalingGroupName: group = "", LifecycleHookName: name = "" } = input;
  const before = hooks[group]?.[name];
  if (!before && input["LifecycleTransition"] === undefined) return "ValidationError";
  if (!before && Object.keys(hooks[group] ?? {}).length >= hooksPerGroup) return "LimitExceeded";
  keep(hooks, group)[name] = { HeartbeatTimeout: "3600", DefaultResult: "ABANDON", ...before, ...input };
  return {};
}

/** A report of Succeeded or Failed ends the execution; it takes no second one. */
function keepExecution(input: Input, { executions }: Memory): Input | string {
  const { deploymentId: deployment, lifecycleEventHookExecutionId: id, status } = input;
  if (!deployment) return "DeploymentIdRequiredException";
  if (!deployment.startsWith("d-")) return "InvalidDeploymentIdException";
  if (!id) return "InvalidLifecycleEventHookExecutionIdException";
  if (!status) return "InvalidLifecycleEventHookExecutionStatusException";
  const before = executions[deployment]?.[id];
  if (before === "Succeeded" || before === "Failed") return "LifecycleEventAlreadyCompletedException";
  keep(executions, deployment)[id] = status;
  return { lifecycleEventHookExecutionId: id };
}
