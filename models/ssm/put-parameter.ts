import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "PutParameter",
  input: {
    kind: "structure",
    required: ["Name", "Value"],
    members: {
      Name: { kind: "string", min: 1, max: 2048 },
      Description: { kind: "string", min: 0, max: 1024 },
      Value: { kind: "string", sensitive: true },
      Type: { kind: "string", values: ["String", "StringList", "SecureString"] },
      KeyId: { kind: "string", min: 1, max: 256, pattern: "^([a-zA-Z0-9:/_-]+)$" },
      Overwrite: { kind: "boolean" },
      AllowedPattern: { kind: "string", min: 0, max: 1024 },
      Tags: {
        kind: "list",
        of: {
          kind: "structure",
          required: ["Key", "Value"],
          members: {
            Key: { kind: "string", min: 1, max: 128, pattern: "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$" },
            Value: { kind: "string", min: 0, max: 256, pattern: "^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$" },
          },
        },
        max: 1000,
      },
      Tier: { kind: "string", values: ["Standard", "Advanced", "Intelligent-Tiering"] },
      Policies: { kind: "string", min: 1, max: 4096 },
      DataType: { kind: "string", min: 0, max: 128 },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      Version: { kind: "long" },
      Tier: { kind: "string", values: ["Standard", "Advanced", "Intelligent-Tiering"] },
    },
  },
  errors: {
    InternalServerError: 400,
    InvalidKeyId: 400,
    ParameterLimitExceeded: 400,
    TooManyUpdates: 400,
    ParameterAlreadyExists: 400,
    HierarchyLevelLimitExceededException: 400,
    HierarchyTypeMismatchException: 400,
    InvalidAllowedPatternException: 400,
    ParameterMaxVersionLimitExceeded: 400,
    ParameterPatternMismatchException: 400,
    UnsupportedParameterType: 400,
    PoliciesLimitExceededException: 400,
    InvalidPolicyTypeException: 400,
    InvalidPolicyAttributeException: 400,
    IncompatiblePolicyException: 400,
  },
} as const satisfies OperationModel;
