import { isBlueGreen, type Deployment, type GroupOptions, type Step } from "./deployment";
import { account, region } from "./setting";

/** A deployment as GetDeployment shows it. */
export function described(deployment: Deployment): object {
  const { id, application, group, status, platform, steps, creator, error, rollback, waits } = deployment;
  const movesTraffic = isBlueGreen(platform, deployment.options);
  const startTime = steps.find((step) => step.startTime !== undefined)?.startTime;
  return {
    deploymentConfigName: "CodeDeployDefault.OneAtATime",
    ...deployment.input,
    applicationName: application,
    deploymentGroupName: group,
    deploymentId: id,
    status,
    errorInformation: error,
    createTime: deployment.createTime,
    startTime,
    completeTime: deployment.completeTime,
    deploymentOverview: overview(deployment),
    creator,
    rollbackInfo: rollback,
    deploymentStyle: {
      deploymentType: movesTraffic ? "BLUE_GREEN" : "IN_PLACE",
      deploymentOption: movesTraffic ? "WITH_TRAFFIC_CONTROL" : "WITHOUT_TRAFFIC_CONTROL",
    },
    instanceTerminationWaitTimeStarted: waits === "TERMINATION_WAIT",
    blueGreenDeploymentConfiguration: movesTraffic && platform !== "Lambda" ? blueGreen(deployment.options) : undefined,
    computePlatform: platform,
  };
}

function blueGreen({ ready, terminationWaitMinutes: minutes = 0 }: GroupOptions): object {
  return {
    terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: minutes },
    deploymentReadyOption: {
      actionOnTimeout: ready?.action ?? "CONTINUE_DEPLOYMENT",
      waitTimeInMinutes: ready?.action === "STOP_DEPLOYMENT" ? (ready.waitMinutes ?? 60) : 0,
    },
  };
}

/** A deployment here has one target. */
function overview({ status }: Deployment): object {
  const none = { Pending: 0, InProgress: 0, Succeeded: 0, Failed: 0, Skipped: 0, Ready: 0 };
  const of = { Created: "Pending", Stopped: "Skipped" } as Readonly<Record<string, string>>;
  return { ...none, [of[status] ?? status]: 1 };
}

const targetKinds = {
  Server: ["InstanceTarget", "instanceTarget"],
  Lambda: ["LambdaTarget", "lambdaTarget"],
  ECS: ["ECSTarget", "ecsTarget"],
} as const;

/** The target of a deployment as GetDeploymentTarget shows it; `now` where nothing has happened to it. */
export function describedTarget({ id, platform, target, status, steps }: Deployment, now: number): object {
  const [deploymentTargetType, member] = targetKinds[platform];
  const of = { Created: "Pending", Stopped: "Skipped" } as Readonly<Record<string, string>>;
  return {
    deploymentTargetType,
    [member]: {
      deploymentId: id,
      targetId: target,
      targetArn: `arn:aws:codedeploy:${region}:${account}:target/${target}`,
      status: of[status] ?? status,
      lastUpdatedAt: Math.max(...steps.map(({ startTime = 0, endTime = 0 }) => Math.max(startTime, endTime))) || now,
      lifecycleEvents: steps.map(describedStep),
    },
  };
}

function describedStep({ name, hook, status, startTime, endTime, message, logTail }: Step): object {
  const errorCode = status === "Failed" ? "ScriptFailed" : "Success";
  const diagnostics = { errorCode, scriptName: hook ?? "", message: message ?? "", logTail };
  return {
    lifecycleEventName: name,
    status,
    startTime,
    endTime,
    ...(endTime !== undefined && { diagnostics }),
  };
}
