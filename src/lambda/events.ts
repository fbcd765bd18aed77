import type { AutoScalingHookEvent, HookEvent } from "./index";

/** The requests of an invocation, in their order: hooks, test messages, and records that could not be read. */
export type Asked =
  | { readonly kind: "hook"; readonly hook: HookEvent }
  | { readonly kind: "test" }
  | { readonly kind: "unreadable"; readonly problem: string };

type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the event of an invocation. Its members tell the contracts apart: CodeDeploy's two ids; the message of
 * EventBridge or of Auto Scaling itself about a lifecycle action, also in the envelopes of SNS and SQS; the stage of an
 * ECS deployment.
 */
export function readEvent(event: unknown): readonly Asked[] {
  const members = membersOf(event);
  const direct = codeDeployHook(members) ?? ecsHook(members);
  if (direct) return [{ kind: "hook", hook: direct }];
  const { Records: records } = members;
  return Array.isArray(records) && records.length > 0 ? records.map(readRecord) : [readAction(event)];
}

function codeDeployHook(event: Members): HookEvent | undefined {
  const { DeploymentId: deploymentId, LifecycleEventHookExecutionId: lifecycleEventHookExecutionId } = event;
  if (!isText(deploymentId) || !isText(lifecycleEventHookExecutionId)) return undefined;
  return { kind: "codedeploy", deploymentId, lifecycleEventHookExecutionId, event };
}

function ecsHook(event: Members): HookEvent | undefined {
  const { lifecycleStage, resourceArn: serviceDeploymentArn, executionDetails } = event;
  const { serviceArn } = membersOf(executionDetails);
  if (!isText(lifecycleStage) || !isText(serviceDeploymentArn)) return undefined;
  if (executionDetails === undefined) return undefined;
  return { kind: "ecs", serviceDeploymentArn, lifecycleStage, serviceArn: isText(serviceArn) ? serviceArn : "", event };
}

/** A record of SNS or of SQS; a queue may hold what SNS or EventBridge sent to it. */
function readRecord(record: unknown): Asked {
  const { Sns: sns, body, eventSource } = membersOf(record);
  const text = sns === undefined ? (eventSource === "aws:sqs" ? body : undefined) : membersOf(sns)["Message"];
  if (typeof text !== "string") return unreadable("a record that is neither of SNS nor of SQS");
  const message = parsed(text);
  const { Type: type, Message: inner } = membersOf(message);
  return readAction(type === "Notification" && typeof inner === "string" ? parsed(inner) : message);
}

const detailTypes = ["EC2 Instance-launch Lifecycle Action", "EC2 Instance-terminate Lifecycle Action"];

/** Reads the message of EventBridge, or of Auto Scaling itself, about a lifecycle action. */
function readAction(event: unknown): Asked {
  const members = membersOf(event);
  if (members["Event"] === "autoscaling:TEST_NOTIFICATION") return { kind: "test" };
  const isBridged = members["detail"] !== undefined;
  if (isBridged && (members["source"] !== "aws.autoscaling" || !detailTypes.includes(String(members["detail-type"])))) {
    return unreadable(`an event of EventBridge that is no lifecycle action: ${named(members["detail-type"])}`);
  }
  const hook = autoScalingHook(isBridged ? membersOf(members["detail"]) : members, event);
  return hook ? { kind: "hook", hook } : unreadable("an event that is of no hook");
}

function autoScalingHook(action: Members, event: unknown): AutoScalingHookEvent | undefined {
  const {
    AutoScalingGroupName: autoScalingGroupName,
    LifecycleHookName: lifecycleHookName,
    LifecycleActionToken: lifecycleActionToken,
    EC2InstanceId: instanceId,
    LifecycleTransition: lifecycleTransition,
    NotificationMetadata: metadata,
  } = action;
  if (!isText(autoScalingGroupName) || !isText(lifecycleHookName) || !isText(lifecycleActionToken)) return undefined;
  if (!isText(instanceId) || !isText(lifecycleTransition)) return undefined;
  return {
    kind: "autoscaling",
    autoScalingGroupName,
    lifecycleHookName,
    lifecycleActionToken,
    instanceId,
    lifecycleTransition,
    notificationMetadata: typeof metadata === "string" ? metadata : undefined,
    event,
  };
}

/** The members of an object; no members for anything else. */
function membersOf(value: unknown): Members {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function named(type: unknown): string {
  return typeof type === "string" ? type.slice(0, 100) : "it has no detail-type";
}

function unreadable(what: string): Asked {
  return { kind: "unreadable", problem: `The function was called with ${what}` };
}
