import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "PutLifecycleEventHookExecutionStatus",
  input: {
    kind: "structure",
    required: [],
    members: {
      deploymentId: { kind: "string" },
      lifecycleEventHookExecutionId: { kind: "string" },
      status: { kind: "string", values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown"] },
    },
  },
  output: { kind: "structure", required: [], members: { lifecycleEventHookExecutionId: { kind: "string" } } },
  errors: {
    InvalidLifecycleEventHookExecutionStatusException: 400,
    InvalidLifecycleEventHookExecutionIdException: 400,
    LifecycleEventAlreadyCompletedException: 400,
    DeploymentIdRequiredException: 400,
    DeploymentDoesNotExistException: 400,
    InvalidDeploymentIdException: 400,
    UnsupportedActionForDeploymentTypeException: 400,
  },
} as const satisfies OperationModel;
