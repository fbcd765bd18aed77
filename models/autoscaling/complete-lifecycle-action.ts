import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "CompleteLifecycleAction",
  input: {
    kind: "structure",
    required: ["LifecycleHookName", "AutoScalingGroupName", "LifecycleActionResult"],
    members: {
      LifecycleHookName: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
      AutoScalingGroupName: {
        kind: "string",
        min: 1,
        max: 1600,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
      LifecycleActionToken: { kind: "string", min: 36, max: 36 },
      LifecycleActionResult: { kind: "string" },
      InstanceId: {
        kind: "string",
        min: 1,
        max: 19,
        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
      },
    },
  },
  output: { kind: "structure", required: [], members: {} },
  resultWrapper: "CompleteLifecycleActionResult",
  errors: { ResourceContention: 500 },
} as const satisfies OperationModel;
