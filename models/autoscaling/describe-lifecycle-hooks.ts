import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeLifecycleHooks",
  input: {
    kind: "structure",
    required: ["AutoScalingGroupName"],
    members: {
      AutoScalingGroupName: {
        kind: "string",
        min: 1,
        max: 255,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
      LifecycleHookNames: {
        kind: "list",
        of: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
        max: 50,
      },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      LifecycleHooks: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: {
            LifecycleHookName: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
            AutoScalingGroupName: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LifecycleTransition: { kind: "string" },
            NotificationTargetARN: {
              kind: "string",
              min: 0,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            RoleARN: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            NotificationMetadata: {
              kind: "string",
              min: 1,
              max: 4000,
              pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007e]+",
            },
            HeartbeatTimeout: { kind: "integer" },
            GlobalTimeout: { kind: "integer" },
            DefaultResult: { kind: "string" },
          },
        },
      },
    },
  },
  resultWrapper: "DescribeLifecycleHooksResult",
  errors: { ResourceContention: 500 },
} as const satisfies OperationModel;
