import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ListDeployments",
  input: {
    kind: "structure",
    required: [],
    members: {
      applicationName: { kind: "string", min: 1, max: 100 },
      deploymentGroupName: { kind: "string", min: 1, max: 100 },
      externalId: { kind: "string" },
      includeOnlyStatuses: {
        kind: "list",
        of: {
          kind: "string",
          values: ["Created", "Queued", "InProgress", "Baking", "Succeeded", "Failed", "Stopped", "Ready"],
        },
      },
      createTimeRange: {
        kind: "structure",
        required: [],
        members: { start: { kind: "timestamp" }, end: { kind: "timestamp" } },
      },
      nextToken: { kind: "string" },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      deployments: { kind: "list", of: { kind: "string" }, itemShape: "DeploymentId" },
      nextToken: { kind: "string" },
    },
  },
  errors: {
    ApplicationNameRequiredException: 400,
    InvalidApplicationNameException: 400,
    ApplicationDoesNotExistException: 400,
    InvalidDeploymentGroupNameException: 400,
    DeploymentGroupDoesNotExistException: 400,
    DeploymentGroupNameRequiredException: 400,
    InvalidTimeRangeException: 400,
    InvalidDeploymentStatusException: 400,
    InvalidNextTokenException: 400,
    InvalidExternalIdException: 400,
    InvalidInputException: 400,
  },
  pages: { inputToken: "nextToken", outputToken: "nextToken", resultKey: "deployments" },
} as const satisfies OperationModel;
