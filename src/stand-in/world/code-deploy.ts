import { Refusal } from "../errors";

interface Report {
  readonly deploymentId?: string;
  readonly lifecycleEventHookExecutionId?: string;
  readonly status?: string;
}

/** AWS CodeDeploy. */
export function codeDeploy() {
  const deployments = new Map<string, Map<string, string>>();

  /** A report of Succeeded or Failed ends the execution; it takes no second one. */
  function PutLifecycleEventHookExecutionStatus(input: Report): object {
    const { deploymentId: deployment, lifecycleEventHookExecutionId: id, status } = input;
    if (!deployment) throw new Refusal("DeploymentIdRequiredException");
    if (!deployment.startsWith("d-")) throw new Refusal("InvalidDeploymentIdException");
    if (!id) throw new Refusal("InvalidLifecycleEventHookExecutionIdException");
    if (!status) throw new Refusal("InvalidLifecycleEventHookExecutionStatusException");
    const executions = deployments.get(deployment) ?? new Map<string, string>();
    const before = executions.get(id);
    if (before === "Succeeded" || before === "Failed") throw new Refusal("LifecycleEventAlreadyCompletedException");
    deployments.set(deployment, executions.set(id, status));
    return { lifecycleEventHookExecutionId: id };
  }

  return {
    behaviours: { PutLifecycleEventHookExecutionStatus },
    /** The status of hook executions by deployment and id. */
    executions: () =>
      Object.fromEntries(
        [...deployments].map(([deployment, executions]) => [deployment, Object.fromEntries(executions)]),
      ),
  };
}
