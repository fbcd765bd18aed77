import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { runProgram } from "../support/program";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());
beforeEach(() => {
  service.requests.length = 0;
});

const files = {
  "two.json": '["a","b"]',
  "plain.txt": "a\nb",
  "key.txt": "k.zip",
  "s3.json": '{"bucket":"b","key":"k","bundleType":"zip","x":1}',
};

async function deploy(argv: readonly string[]) {
  const env = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
  const run = await runProgram({ argv: ["deploy", ...argv, "--endpoint-url", service.url], files, env });
  const sent = service.requests.map(({ body }) => (body && "json" in body ? body.json : body));
  return sent.length > 0 ? sent[0] : `${run.exitCode} ${run.stderr.trim()}`;
}

const create = ["create-deployment", "--application-name", "a"];
const s3Location = { bucket: "b", key: "k", bundleType: "zip" };
const needs = "255 --s3-location must specify bucket, key and bundleType.";

test.each<[readonly string[], unknown]>([
  [
    [...create, "--s3-location", "bucket=b,key=k,bundleType=zip"],
    { applicationName: "a", revision: { revisionType: "S3", s3Location } },
  ],
  [
    [...create, "--s3-location", "file://s3.json"],
    { applicationName: "a", revision: { revisionType: "S3", s3Location } },
  ],
  [
    [...create, "--s3-location", "bucket=b,key@=file://key.txt,bundleType=zip,eTag=e,version=v"],
    {
      applicationName: "a",
      revision: { revisionType: "S3", s3Location: { ...s3Location, key: "k.zip", eTag: "e", version: "v" } },
    },
  ],
  [
    [...create, "--github-location", "repository=o/r,commitId=c", "--s3-location", "bucket=b,key=k,bundleType=zip"],
    {
      applicationName: "a",
      revision: { revisionType: "GitHub", gitHubLocation: { repository: "o/r", commitId: "c" } },
    },
  ],
  [
    [...create, "--s3-location", "bucket=b,key=k,bundleType=zip", "--revision", "revisionType=GitHub"],
    { applicationName: "a", revision: { revisionType: "S3", s3Location } },
  ],
  [[...create, "--s3-location", "bucket=b,key=k"], needs],
  [[...create, "--s3-location", "bucket=,key=k,bundleType=zip"], needs],
  [[...create, "--s3-location", "{}"], needs],
  [[...create, "--github-location", "repository=o/r"], "255 --github-location must specify repository and commitId."],
  [
    [...create, "--s3-location", "bucket=b,key=k,bundleType=rar"],
    "255 Parameter validation failed:\nInvalid value for parameter revision.s3Location.bundleType, value: rar, valid values: tar, tgz, zip, YAML, JSON",
  ],
  [
    ["batch-get-deployment-targets", "--deployment-id", "d", "--target-ids", "file://two.json"],
    { deploymentId: "d", targetIds: ["a", "b"] },
  ],
  [
    ["batch-get-deployment-targets", "--deployment-id", "d", "--target-ids", "file://two.json", "c"],
    { deploymentId: "d", targetIds: ["file://two.json", "c"] },
  ],
  [
    ["batch-get-deployment-targets", "--deployment-id", "d", "--target-ids", "[1]"],
    "255 Parameter validation failed:\nInvalid type for parameter targetIds[0], value: 1, type: number, valid types: string",
  ],
  [
    [
      "list-deployments",
      "--include-only-statuses",
      "Ready",
      "--cli-input-json",
      '{"externalId":"e","includeOnlyStatuses":["Failed"]}',
    ],
    { externalId: "e", includeOnlyStatuses: ["Ready"] },
  ],
  [
    ["list-deployments", "--cli-input-json", "1.0"],
    "255 Error parsing parameter 'cli-input-json': Invalid JSON: expected an object with the members of the input, not a number\nJSON received: 1.0",
  ],
  [
    ["batch-get-deployment-targets", "--deployment-id", "d", "--target-ids", "file://plain.txt"],
    '255 Error parsing parameter \'--target-ids\': what is read for a list has to be a JSON list, such as ["one", "two"]',
  ],
])("deploy %j", async (argv, expected) => {
  expect(await deploy(argv)).toEqual(expected);
});
