import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "GetParameter",
  input: {
    kind: "structure",
    required: ["Name"],
    members: { Name: { kind: "string", min: 1, max: 2048 }, WithDecryption: { kind: "boolean" } },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      Parameter: {
        kind: "structure",
        required: [],
        members: {
          Name: { kind: "string", min: 1, max: 2048 },
          Type: { kind: "string", values: ["String", "StringList", "SecureString"] },
          Value: { kind: "string", sensitive: true },
          Version: { kind: "long" },
          Selector: { kind: "string", min: 0, max: 128 },
          SourceResult: { kind: "string" },
          LastModifiedDate: { kind: "timestamp" },
          ARN: { kind: "string" },
          DataType: { kind: "string", min: 0, max: 128 },
        },
      },
    },
  },
  errors: { InternalServerError: 400, InvalidKeyId: 400, ParameterNotFound: 400, ParameterVersionNotFound: 400 },
} as const satisfies OperationModel;
