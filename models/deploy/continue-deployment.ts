import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ContinueDeployment",
  input: {
    kind: "structure",
    required: [],
    members: {
      deploymentId: { kind: "string" },
      deploymentWaitType: { kind: "string", values: ["READY_WAIT", "TERMINATION_WAIT"] },
    },
  },
  errors: {
    DeploymentIdRequiredException: 400,
    DeploymentDoesNotExistException: 400,
    DeploymentAlreadyCompletedException: 400,
    InvalidDeploymentIdException: 400,
    DeploymentIsNotInReadyStateException: 400,
    UnsupportedActionForDeploymentTypeException: 400,
    InvalidDeploymentWaitTypeException: 400,
    InvalidDeploymentStatusException: 400,
  },
} as const satisfies OperationModel;
