import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DeleteLifecycleHook",
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
    },
  },
  output: { kind: "structure", required: [], members: {} },
  resultWrapper: "DeleteLifecycleHookResult",
  errors: { ResourceContention: 500 },
} as const satisfies OperationModel;
