import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "StopDeployment",
  input: {
    kind: "structure",
    required: ["deploymentId"],
    members: { deploymentId: { kind: "string" }, autoRollbackEnabled: { kind: "boolean" } },
  },
  output: {
    kind: "structure",
    required: [],
    members: { status: { kind: "string", values: ["Pending", "Succeeded"] }, statusMessage: { kind: "string" } },
  },
  errors: {
    DeploymentIdRequiredException: 400,
    DeploymentDoesNotExistException: 400,
    DeploymentGroupDoesNotExistException: 400,
    DeploymentAlreadyCompletedException: 400,
    InvalidDeploymentIdException: 400,
    UnsupportedActionForDeploymentTypeException: 400,
  },
} as const satisfies OperationModel;
