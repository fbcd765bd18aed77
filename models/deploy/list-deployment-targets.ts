import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ListDeploymentTargets",
  input: {
    kind: "structure",
    required: ["deploymentId"],
    members: {
      deploymentId: { kind: "string" },
      nextToken: { kind: "string" },
      targetFilters: {
        kind: "map",
        key: { kind: "string", values: ["TargetStatus", "ServerInstanceLabel"] },
        value: { kind: "list", of: { kind: "string" } },
      },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      targetIds: { kind: "list", of: { kind: "string" }, itemShape: "TargetId" },
      nextToken: { kind: "string" },
    },
  },
  errors: {
    DeploymentIdRequiredException: 400,
    DeploymentDoesNotExistException: 400,
    DeploymentNotStartedException: 400,
    InvalidNextTokenException: 400,
    InvalidDeploymentIdException: 400,
    InvalidInstanceStatusException: 400,
    InvalidInstanceTypeException: 400,
    InvalidDeploymentInstanceTypeException: 400,
    InvalidTargetFilterNameException: 400,
  },
  pages: { inputToken: "nextToken", outputToken: "nextToken", resultKey: "targetIds" },
} as const satisfies OperationModel;
