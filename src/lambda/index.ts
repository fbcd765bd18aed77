import { bundlesIn } from "./bundles";
import type * as Handlers from "./handlers";

/** The part of a Lambda function's context that a hook may need. */
export interface LambdaContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  getRemainingTimeInMillis(): number;
}

/** A validation hook of a CodeDeploy deployment to Lambda or ECS. */
export interface CodeDeployHookEvent {
  readonly kind: "codedeploy";
  readonly deploymentId: string;
  readonly lifecycleEventHookExecutionId: string;
  /** The event as CodeDeploy sent it. */
  readonly event: unknown;
}

/** A lifecycle hook of an EC2 Auto Scaling group, at which an instance waits. */
export interface AutoScalingHookEvent {
  readonly kind: "autoscaling";
  readonly autoScalingGroupName: string;
  readonly lifecycleHookName: string;
  readonly lifecycleActionToken: string;
  readonly instanceId: string;
  /** `autoscaling:EC2_INSTANCE_LAUNCHING` or `autoscaling:EC2_INSTANCE_TERMINATING`. */
  readonly lifecycleTransition: string;
  /** The hook's NotificationMetadata; undefined if it has none. */
  readonly notificationMetadata: string | undefined;
  /** The event of EventBridge or the message of Auto Scaling, without the envelope of SNS or SQS. */
  readonly event: unknown;
}

/** A lifecycle hook of an ECS service whose deployments ECS itself carries out. */
export interface EcsHookEvent {
  readonly kind: "ecs";
  readonly serviceDeploymentArn: string;
  readonly lifecycleStage: string;
  readonly serviceArn: string;
  /** The event as ECS sent it. */
  readonly event: unknown;
}

/** The event that a hook is called with. */
export type HookEvent = CodeDeployHookEvent | AutoScalingHookEvent | EcsHookEvent;

/** Your own hook: it returns, or resolves, for success, and throws for failure. */
export type HookFunction = (event: HookEvent, context: LambdaContext) => unknown;

/** The part of a hook's return value that ECS reads. */
export interface EcsAnswer {
  readonly hookStatus: "SUCCEEDED" | "FAILED";
}

/** The handler that Lambda calls. It returns an answer for ECS, which reads it, and nothing for the other services. */
export type HookHandler = (event: unknown, context: LambdaContext) => Promise<EcsAnswer | undefined>;

const handlers = bundlesIn(__dirname, require)("./lambda-handlers.js") as typeof Handlers;

/**
 * Runs the command in the variable HOOK_COMMAND and reports how it ended. With HOOK_PARK it instead keeps the hook's
 * execution id for a pipeline. Throws if the report could not be made, and for an event that is not a hook's.
 */
export const handler: HookHandler = (event, context) => handlers.runCommandHook(event, context);

/** Makes a handler from a function: it reports how the function ended, before Lambda's own time limit. */
export function hook(fn: HookFunction): HookHandler {
  return (event, context) => handlers.runFunctionHook(fn, event, context);
}
