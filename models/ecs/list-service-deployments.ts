import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ListServiceDeployments",
  input: {
    kind: "structure",
    required: ["service"],
    members: {
      service: { kind: "string" },
      cluster: { kind: "string" },
      status: {
        kind: "list",
        of: {
          kind: "string",
          values: [
            "PENDING",
            "SUCCESSFUL",
            "STOPPED",
            "STOP_REQUESTED",
            "IN_PROGRESS",
            "ROLLBACK_REQUESTED",
            "ROLLBACK_IN_PROGRESS",
            "ROLLBACK_SUCCESSFUL",
            "ROLLBACK_FAILED",
          ],
        },
      },
      createdAt: {
        kind: "structure",
        required: [],
        members: { before: { kind: "timestamp" }, after: { kind: "timestamp" } },
      },
      nextToken: { kind: "string" },
      maxResults: { kind: "integer" },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      serviceDeployments: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: {
            serviceDeploymentArn: { kind: "string" },
            serviceArn: { kind: "string" },
            clusterArn: { kind: "string" },
            startedAt: { kind: "timestamp" },
            createdAt: { kind: "timestamp" },
            finishedAt: { kind: "timestamp" },
            targetServiceRevisionArn: { kind: "string" },
            status: {
              kind: "string",
              values: [
                "PENDING",
                "SUCCESSFUL",
                "STOPPED",
                "STOP_REQUESTED",
                "IN_PROGRESS",
                "ROLLBACK_REQUESTED",
                "ROLLBACK_IN_PROGRESS",
                "ROLLBACK_SUCCESSFUL",
                "ROLLBACK_FAILED",
              ],
            },
            statusReason: { kind: "string" },
          },
        },
      },
      nextToken: { kind: "string" },
    },
  },
  errors: {
    AccessDeniedException: 400,
    ServerException: 400,
    InvalidParameterException: 400,
    ClientException: 400,
    ServiceNotFoundException: 400,
    ClusterNotFoundException: 400,
    UnsupportedFeatureException: 400,
  },
} as const satisfies OperationModel;
