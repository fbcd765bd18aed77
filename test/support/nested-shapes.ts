import type { Shape } from "../../src/operations/shape";

const string: Shape = { kind: "string" };
const boolean: Shape = { kind: "boolean" };
const timestamp: Shape = { kind: "timestamp" };
const list = (of: Shape): Shape => ({ kind: "list", of });
const structure = (members: Readonly<Record<string, Shape>>): Shape => ({ kind: "structure", members, required: [] });

const tagFilters = list(structure({ Key: string, Value: string, Type: string }));

/** Shapes of input that nest, of the operations around a hook, by the option that takes them. */
export const nestedShapes = {
  "--filters": list(structure({ Name: string, Values: list(string) })),
  "--revision": structure({
    revisionType: string,
    s3Location: structure({ bucket: string, key: string, bundleType: string, version: string, eTag: string }),
    gitHubLocation: structure({ repository: string, commitId: string }),
    string: structure({ content: string, sha256: string }),
    appSpecContent: structure({ content: string, sha256: string }),
  }),
  "--target-instances": structure({
    tagFilters,
    autoScalingGroups: list(string),
    ec2TagSet: structure({ ec2TagSetList: list(tagFilters) }),
  }),
  "--auto-rollback-configuration": structure({ enabled: boolean, events: list(string) }),
  "--override-alarm-configuration": structure({
    enabled: boolean,
    ignorePollAlarmFailure: boolean,
    alarms: list(structure({ name: string })),
  }),
  "--create-time-range": structure({ start: timestamp, end: timestamp }),
  "--target-filters": { kind: "map", key: string, value: list(string) },
  "--lifecycle-hook-names": list(string),
  "--max-records": { kind: "integer" },
  "--description": string,
} satisfies Readonly<Record<string, Shape>>;
