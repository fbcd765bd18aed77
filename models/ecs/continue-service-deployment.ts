import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ContinueServiceDeployment",
  input: {
    kind: "structure",
    required: ["serviceDeploymentArn", "hookId"],
    members: {
      serviceDeploymentArn: { kind: "string" },
      hookId: { kind: "string" },
      action: { kind: "string", values: ["ROLLBACK", "CONTINUE"] },
    },
  },
  output: { kind: "structure", required: [], members: { serviceDeploymentArn: { kind: "string" } } },
  errors: {
    AccessDeniedException: 400,
    ServerException: 400,
    InvalidParameterException: 400,
    ClientException: 400,
    ServiceDeploymentNotFoundException: 400,
    UnsupportedFeatureException: 400,
  },
} as const satisfies OperationModel;
