import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeAccountLimits",
  output: {
    kind: "structure",
    required: [],
    members: {
      MaxNumberOfAutoScalingGroups: { kind: "integer" },
      MaxNumberOfLaunchConfigurations: { kind: "integer" },
      NumberOfAutoScalingGroups: { kind: "integer" },
      NumberOfLaunchConfigurations: { kind: "integer" },
    },
  },
  resultWrapper: "DescribeAccountLimitsResult",
  errors: { ResourceContention: 500 },
} as const satisfies OperationModel;
