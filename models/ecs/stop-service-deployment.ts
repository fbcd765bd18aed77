import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "StopServiceDeployment",
  input: {
    kind: "structure",
    required: ["serviceDeploymentArn"],
    members: { serviceDeploymentArn: { kind: "string" }, stopType: { kind: "string", values: ["ABORT", "ROLLBACK"] } },
  },
  output: { kind: "structure", required: [], members: { serviceDeploymentArn: { kind: "string" } } },
  errors: {
    ConflictException: 400,
    AccessDeniedException: 400,
    ServerException: 400,
    InvalidParameterException: 400,
    ClientException: 400,
    ServiceDeploymentNotFoundException: 400,
    UnsupportedFeatureException: 400,
  },
} as const satisfies OperationModel;
