import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeLifecycleHookTypes",
  output: {
    kind: "structure",
    required: [],
    members: {
      LifecycleHookTypes: {
        kind: "list",
        of: {
          kind: "string",
          min: 1,
          max: 255,
          pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
        },
        itemShape: "XmlStringMaxLen255",
      },
    },
  },
  resultWrapper: "DescribeLifecycleHookTypesResult",
  errors: { ResourceContention: 500 },
} as const satisfies OperationModel;
