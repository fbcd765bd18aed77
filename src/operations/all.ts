import { batchGetDeploymentTargets } from "./batch-get-deployment-targets";
import { completeLifecycleAction } from "./complete-lifecycle-action";
import { continueDeployment } from "./continue-deployment";
import { continueServiceDeployment } from "./continue-service-deployment";
import { createDeployment } from "./create-deployment";
import { deleteLifecycleHook } from "./delete-lifecycle-hook";
import { describeAccountLimits } from "./describe-account-limits";
import { describeAutoScalingGroups } from "./describe-auto-scaling-groups";
import { describeAutoScalingInstances } from "./describe-auto-scaling-instances";
import { describeLifecycleHookTypes } from "./describe-lifecycle-hook-types";
import { describeLifecycleHooks } from "./describe-lifecycle-hooks";
import { describeServiceDeployments } from "./describe-service-deployments";
import { getDeployment } from "./get-deployment";
import { getDeploymentTarget } from "./get-deployment-target";
import { listDeploymentTargets } from "./list-deployment-targets";
import { listDeployments } from "./list-deployments";
import { listServiceDeployments } from "./list-service-deployments";
import { putLifecycleEventHookExecutionStatus } from "./put-lifecycle-event-hook-execution-status";
import { putLifecycleHook } from "./put-lifecycle-hook";
import { recordLifecycleActionHeartbeat } from "./record-lifecycle-action-heartbeat";
import { stopDeployment } from "./stop-deployment";
import { stopServiceDeployment } from "./stop-service-deployment";
import type { Operation } from "./operation";

/** Every operation that the tool has, by service. Declare a new one in a file of its own, and list it here. */
export const operations: readonly Operation[] = [
  completeLifecycleAction,
  deleteLifecycleHook,
  describeAccountLimits,
  describeAutoScalingGroups,
  describeAutoScalingInstances,
  describeLifecycleHookTypes,
  describeLifecycleHooks,
  putLifecycleHook,
  recordLifecycleActionHeartbeat,
  batchGetDeploymentTargets,
  continueDeployment,
  createDeployment,
  getDeployment,
  getDeploymentTarget,
  listDeploymentTargets,
  listDeployments,
  putLifecycleEventHookExecutionStatus,
  stopDeployment,
  continueServiceDeployment,
  describeServiceDeployments,
  listServiceDeployments,
  stopServiceDeployment,
];
