import type { HookEvent } from "./index";

/** The variables that tell a hook's command about the hook. */
export function variablesOf(hook: HookEvent): Readonly<Record<string, string | undefined>> {
  switch (hook.kind) {
    case "codedeploy":
      return {
        DEPLOYMENT_ID: hook.deploymentId,
        LIFECYCLE_EVENT_HOOK_EXECUTION_ID: hook.lifecycleEventHookExecutionId,
      };
    case "autoscaling":
      return {
        AUTO_SCALING_GROUP_NAME: hook.autoScalingGroupName,
        LIFECYCLE_HOOK_NAME: hook.lifecycleHookName,
        LIFECYCLE_ACTION_TOKEN: hook.lifecycleActionToken,
        INSTANCE_ID: hook.instanceId,
        LIFECYCLE_TRANSITION: hook.lifecycleTransition,
        NOTIFICATION_METADATA: hook.notificationMetadata ?? "",
      };
    case "ecs":
      return {
        SERVICE_DEPLOYMENT_ARN: hook.serviceDeploymentArn,
        LIFECYCLE_STAGE: hook.lifecycleStage,
        SERVICE_ARN: hook.serviceArn,
      };
    default:
      return hook satisfies never;
  }
}
