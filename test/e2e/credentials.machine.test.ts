import { expect, test } from "@jest/globals";
import { signedCall, type SignedCall } from "../support/signed-call";

const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: "{url}/ecs/creds" };
const instance = { AWS_EC2_METADATA_DISABLED: null, AWS_EC2_METADATA_SERVICE_ENDPOINT: "{url}" };
const role = "/latest/meta-data/iam/security-credentials/";
const metadata = ["PUT /latest/api/token", `GET ${role}`, `GET ${role}myrole`];

test.concurrent.each<[string, SignedCall, object]>([
  ["nothing", { env: container }, { ecsAuth: null }],
  ["a token", { env: { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN: "Basic x" } }, { ecsAuth: "Basic x" }],
  [
    "a token in a file, before one in a variable",
    {
      env: {
        ...container,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: "Basic x",
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "token",
      },
      files: { token: "from the file" },
    },
    { ecsAuth: "from the file" },
  ],
])("a container's agent is shown %s", async (_, call, seen) => {
  const { exitCode, stderr, asked, requests } = await signedCall(call);
  expect({ exitCode, stderr, asked }).toEqual({
    exitCode: 0,
    stderr: "",
    asked: ["GET /ecs/creds", "report by AKIDECS"],
  });
  expect(requests).toMatchObject([seen, { token: "tok-ecs" }]);
});

test.concurrent("a container's agent is asked again when it fails", async () => {
  const { asked } = await signedCall({ env: container, script: [{ on: "/ecs", status: 500 }] });
  expect(asked).toEqual(["GET /ecs/creds", "GET /ecs/creds", "report by AKIDECS"]);
});

test.concurrent("an agent that has no credentials is asked three times", async () => {
  const { exitCode, message, asked } = await signedCall({ env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "{url}/none" } });
  expect({ exitCode, message }).toEqual({
    exitCode: 255,
    message:
      "Error when retrieving credentials from container-role: Error retrieving metadata: Received non 200 response 404 from container metadata",
  });
  expect(asked).toEqual(["GET /none", "GET /none", "GET /none"]);
});

test.concurrent.each<[string, SignedCall["env"], string]>([
  [
    "another host",
    { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://example.test/creds" },
    "Unsupported host 'example.test'.  Can only retrieve metadata from a loopback address or one of these hosts: 169.254.170.2, 169.254.170.23, fd00:ec2::23, localhost",
  ],
  [
    "a token of two lines",
    { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN: "a\nb" },
    "Auth token value is not a legal header value: there is a line end in it (AWS_CONTAINER_AUTHORIZATION_TOKEN)",
  ],
  [
    "a token file with a line end",
    { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "token" },
    "Auth token value is not a legal header value: it ends with a line end (AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE, token)",
  ],
  [
    "a token that no header can carry",
    { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN: "a–b" },
    "Auth token value is not a legal header value: there are characters in it that no header can carry (AWS_CONTAINER_AUTHORIZATION_TOKEN)",
  ],
  [
    "a token file that is not there",
    { ...container, AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "nowhere" },
    "Unable to read the token file nowhere: no such file or directory",
  ],
])("for %s no agent is asked", async (_, env, message) => {
  const files = { token: "a token\r\n" };
  expect(await signedCall({ env: env ?? {}, files })).toMatchObject({ exitCode: 255, stdout: "", message, asked: [] });
});

test.concurrent.each<[string, SignedCall, string[]]>([
  ["with a session token", { env: instance }, metadata],
  [
    "where the profile says that it is",
    {
      env: { AWS_EC2_METADATA_DISABLED: null },
      files: { "~/.aws/config": "[default]\nec2_metadata_service_endpoint = {url}\n" },
    },
    metadata,
  ],
  ["without a token where there is none", { env: instance, script: [{ on: "/latest/api", status: 404 }] }, metadata],
  ["without a token that does not come", { env: instance, script: [{ on: "/latest/api", delayMs: 1500 }] }, metadata],
  [
    "as often as it is told",
    { env: { ...instance, AWS_METADATA_SERVICE_NUM_ATTEMPTS: "2" }, script: [{ on: role, status: 500 }] },
    ["PUT /latest/api/token", `GET ${role}`, `GET ${role}`, `GET ${role}myrole`],
  ],
])("the instance metadata service is asked %s", async (_, call, expected) => {
  const { exitCode, stderr, asked } = await signedCall(call);
  expect({ exitCode, stderr, asked }).toEqual({ exitCode: 0, stderr: "", asked: [...expected, "report by AKIDIMDS"] });
});

const none = 'Unable to locate credentials. You can configure credentials by running "aws configure".';

test.concurrent.each<[string, SignedCall, string, number]>([
  ["has no role", { env: instance, script: [{ on: role, status: 404 }] }, none, 2],
  ["answers something else", { env: instance, script: [{ on: `${role}myrole`, body: "<html>" }] }, none, 3],
  ["has an error", { env: instance, script: [{ on: `${role}myrole`, body: '{"Code":"x","Message":"y"}' }] }, none, 3],
  ["refuses to give a token", { env: instance, script: [{ on: "/latest/api", status: 400 }] }, none, 1],
  ["is turned off", { env: { ...instance, AWS_EC2_METADATA_DISABLED: "True" } }, none, 0],
  [
    "must give a token and has none",
    { env: { ...instance, AWS_EC2_METADATA_V1_DISABLED: "true" }, script: [{ on: "/latest/api", status: 404 }] },
    "Error retrieving metadata: Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled",
    1,
  ],
  [
    "is at no address",
    { env: { ...instance, AWS_EC2_METADATA_SERVICE_ENDPOINT: "nonsense" } },
    "Invalid endpoint EC2 Instance Metadata endpoint: nonsense",
    0,
  ],
  [
    "is of no known kind",
    { env: { ...instance, AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE: "ipv5" } },
    "Invalid EC2 Instance Metadata endpoint mode: ipv5 Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').",
    0,
  ],
  [
    "is asked for no time",
    { env: { ...instance, AWS_METADATA_SERVICE_TIMEOUT: "0" } },
    'Value provided to "metadata_service_timeout": 0 must be an integer greater than or equal to 1.',
    0,
  ],
])("an instance metadata service that %s gives no credentials", async (_, call, message, requests) => {
  const finished = await signedCall(call);
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", message });
  expect(finished.requests).toHaveLength(requests);
});
