import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "PutLifecycleHook",
  input: {
    kind: "structure",
    required: ["LifecycleHookName", "AutoScalingGroupName"],
    members: {
      LifecycleHookName: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
      AutoScalingGroupName: {
        kind: "string",
        min: 1,
        max: 255,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
      LifecycleTransition: { kind: "string" },
      RoleARN: {
        kind: "string",
        min: 1,
        max: 255,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
      NotificationTargetARN: {
        kind: "string",
        min: 0,
        max: 255,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
      NotificationMetadata: { kind: "string", min: 1, max: 4000, pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u007e]+" },
      HeartbeatTimeout: { kind: "integer" },
      DefaultResult: { kind: "string" },
    },
  },
  output: { kind: "structure", required: [], members: {} },
  resultWrapper: "PutLifecycleHookResult",
  errors: { LimitExceeded: 400, ResourceContention: 500 },
} as const satisfies OperationModel;
