import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeAutoScalingInstances",
  input: {
    kind: "structure",
    required: [],
    members: {
      InstanceIds: {
        kind: "list",
        of: {
          kind: "string",
          min: 1,
          max: 19,
          pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
        },
      },
      MaxRecords: { kind: "integer" },
      NextToken: { kind: "string", pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*" },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      AutoScalingInstances: {
        kind: "list",
        of: {
          kind: "structure",
          required: [
            "InstanceId",
            "AutoScalingGroupName",
            "AvailabilityZone",
            "LifecycleState",
            "HealthStatus",
            "ProtectedFromScaleIn",
          ],
          members: {
            InstanceId: {
              kind: "string",
              min: 1,
              max: 19,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            InstanceType: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            AutoScalingGroupName: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            AvailabilityZone: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            AvailabilityZoneId: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LifecycleState: {
              kind: "string",
              min: 1,
              max: 32,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            HealthStatus: {
              kind: "string",
              min: 1,
              max: 32,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LaunchConfigurationName: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LaunchTemplate: {
              kind: "structure",
              required: [],
              members: {
                LaunchTemplateId: {
                  kind: "string",
                  min: 1,
                  max: 255,
                  pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                },
                LaunchTemplateName: { kind: "string", min: 3, max: 128, pattern: "[a-zA-Z0-9\\(\\)\\.\\-/_]+" },
                Version: {
                  kind: "string",
                  min: 1,
                  max: 255,
                  pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                },
              },
            },
            ImageId: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            ProtectedFromScaleIn: { kind: "boolean" },
            WeightedCapacity: {
              kind: "string",
              min: 1,
              max: 32,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
          },
        },
      },
      NextToken: { kind: "string", pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*" },
    },
  },
  resultWrapper: "DescribeAutoScalingInstancesResult",
  errors: { InvalidNextToken: 400, ResourceContention: 500 },
  pages: {
    inputToken: "NextToken",
    outputToken: "NextToken",
    limitKey: "MaxRecords",
    resultKey: "AutoScalingInstances",
  },
} as const satisfies OperationModel;
