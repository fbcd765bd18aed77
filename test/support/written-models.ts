/** The files that the script writes for the services in botocore-data.ts: file -> text. */
export const writtenModels: Readonly<Record<string, string>> = {
  "models/post/list-letters.ts": String.raw`import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "ListLetters",
  input: {
    kind: "structure",
    required: ["box"],
    members: {
      box: { kind: "string", min: 1, max: 10, pattern: "[\\w\\-]+" },
      token: { kind: "string" },
      most: { kind: "integer", min: 1, max: 100 },
      sorts: { kind: "list", of: { kind: "string", values: ["Card", "Bill"] }, min: 1, max: 2 },
    },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      letters: {
        kind: "list",
        of: {
          kind: "structure",
          required: ["id", "weight"],
          members: {
            id: { kind: "long" },
            weight: { kind: "double", min: 0 },
            sent: { kind: "timestamp" },
            sorts: {
              kind: "list",
              of: { kind: "string", values: ["Card", "Bill"] },
              min: 1,
              max: 2,
              itemShape: "Sort",
            },
            stamps: { kind: "map", key: { kind: "string" }, value: { kind: "double", min: 0 } },
            more: { kind: "document" },
            answers: { kind: "list", of: { kind: "document" } },
            sender: { kind: "structure", required: [], members: { name: { kind: "string", sensitive: true } } },
          },
        },
      },
      token: { kind: "string" },
      hasMore: { kind: "boolean" },
      owner: { kind: "string", sensitive: true },
    },
  },
  errors: { NoSuchBoxException: 400, BoxFault: 503 },
  pages: {
    inputToken: "token",
    outputToken: "token",
    limitKey: "most",
    resultKey: "letters",
    moreResults: "hasMore",
    nonAggregateKeys: ["owner"],
  },
  waiters: {
    "letters-there": {
      delay: 5,
      maxAttempts: 3,
      acceptors: [
        { state: "success", matcher: "path", argument: "hasMore", expected: true },
        { state: "retry", matcher: "error", expected: "BoxFault" },
      ],
    },
  },
} as const satisfies OperationModel;
`,
  "models/post/service.ts": `import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "json",
  jsonVersion: "1.1",
  apiVersion: "2021-02-03",
  targetPrefix: "Letters_20210203",
  endpointPrefix: "letters",
  signingName: "post",
  serviceId: "Letters",
} as const satisfies ServiceModel;
`,
  "models/album/describe-stamps.ts": `import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeStamps",
  output: {
    kind: "structure",
    required: ["Stamps"],
    members: {
      Stamps: {
        kind: "list",
        of: { kind: "string" },
        locationName: "Stamp",
        itemLocationName: "item",
        itemShape: "StampName",
      },
    },
  },
  resultWrapper: "DescribeStampsResult",
  errors: { AlbumBusy: 500 },
} as const satisfies OperationModel;
`,
  "models/album/service.ts": `import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "query",
  apiVersion: "2010-05-06",
  xmlNamespace: "http://stamps.example/doc/2010-05-06/",
  endpointPrefix: "stamps",
  serviceId: "Stamp Album",
} as const satisfies ServiceModel;
`,
  "skeletons/post/list-letters.input.json": `{
    "box": "",
    "token": "",
    "most": 0,
    "sorts": [
        "Card"
    ]
}
`,
  "skeletons/post/list-letters.output.json": `{
    "letters": [
        {
            "id": 0,
            "weight": 0.0,
            "sent": "1970-01-01T00:00:00",
            "sorts": [
                "Sort"
            ],
            "stamps": {
                "KeyName": 0.0
            },
            "more": {},
            "answers": [
                {}
            ],
            "sender": {
                "name": "name"
            }
        }
    ],
    "token": "token",
    "hasMore": true,
    "owner": "owner"
}
`,
};
