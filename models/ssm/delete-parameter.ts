import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DeleteParameter",
  input: { kind: "structure", required: ["Name"], members: { Name: { kind: "string", min: 1, max: 2048 } } },
  output: { kind: "structure", required: [], members: {} },
  errors: { InternalServerError: 400, ParameterNotFound: 400 },
} as const satisfies OperationModel;
