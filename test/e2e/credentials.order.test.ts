import { expect, test } from "@jest/globals";
import { signedCall, type SignedCall } from "../support/signed-call";

const keys = (name: string, secret: string): string => `aws_access_key_id=${name}\naws_secret_access_key=${secret}\n`;
const file = keys("AKIDFILE", "secret-file");
const config = keys("AKIDCONF", "secret-conf");
const environment = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env" };
const role = "role_arn=arn:aws:iam::123456789012:role/r\nrole_session_name=session\n";
const webIdentity = {
  AWS_WEB_IDENTITY_TOKEN_FILE: "token",
  AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/w",
  AWS_ROLE_SESSION_NAME: "session",
};
const keysOfProcess = JSON.stringify({ Version: 1, AccessKeyId: "AKIDPROC", SecretAccessKey: "secret-proc" });
const command = `credential_process = "${process.execPath}" keys.js\n`;
const program = { "keys.js": `console.log(${JSON.stringify(keysOfProcess)})` };
const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: "{url}/ecs/creds" };
const instance = { AWS_EC2_METADATA_DISABLED: null, AWS_EC2_METADATA_SERVICE_ENDPOINT: "{url}" };

test.concurrent.each<[string, SignedCall, string]>([
  [
    "keys in the environment, before a role of the profile",
    { env: environment, files: { "~/.aws/config": `[default]\n${role}credential_source=Environment\n` } },
    "AKIDENV",
  ],
  [
    "keys in the environment, before the profile that it names",
    { env: { ...environment, AWS_PROFILE: "p" }, files: { "~/.aws/credentials": `[p]\n${file}` } },
    "AKIDENV",
  ],
  [
    "the profile that the flag names, before keys in the environment",
    { env: environment, flags: ["--profile", "p"], files: { "~/.aws/credentials": `[p]\n${file}` } },
    "AKIDFILE",
  ],
  [
    "a role, before keys of the same profile",
    { files: { "~/.aws/config": `[default]\n${config}${role}source_profile=base\n[profile base]\n${file}` } },
    "AKIDSTS",
  ],
  [
    "a token file in the environment, before keys in the files",
    { env: webIdentity, files: { token: "a-token", "~/.aws/credentials": `[default]\n${file}` } },
    "AKIDWEB",
  ],
  [
    "keys of the flag's profile, before a token file in the environment",
    { env: webIdentity, flags: ["--profile", "p"], files: { token: "a-token", "~/.aws/credentials": `[p]\n${file}` } },
    "AKIDFILE",
  ],
  [
    "the credentials file, before the config file",
    { files: { "~/.aws/config": `[default]\n${config}`, "~/.aws/credentials": `[default]\n${file}` } },
    "AKIDFILE",
  ],
  [
    "the credentials file, before a process",
    { files: { ...program, "~/.aws/config": `[default]\n${command}`, "~/.aws/credentials": `[default]\n${file}` } },
    "AKIDFILE",
  ],
  [
    "a process, before the config file",
    { files: { ...program, "~/.aws/config": `[default]\n${command}${config}` } },
    "AKIDPROC",
  ],
  [
    "the config file, before a container",
    { env: container, files: { "~/.aws/config": `[default]\n${config}` } },
    "AKIDCONF",
  ],
  [
    "the file of EC2's first tools, before boto's",
    {
      env: { AWS_CREDENTIAL_FILE: "keys.txt" },
      files: {
        "keys.txt": "# mine\nAWSAccessKeyId = AKIDFILE\nAWSSecretKey=secret-file\n",
        "~/.boto": `[Credentials]\n${config}`,
      },
    },
    "AKIDFILE",
  ],
  ["boto's file, before a container", { env: container, files: { "~/.boto": `[Credentials]\n${config}` } }, "AKIDCONF"],
  [
    "boto's file elsewhere",
    {
      env: { BOTO_CONFIG: "boto.cfg" },
      files: { "boto.cfg": `[Credentials]\n${file}`, "~/.boto": `[Credentials]\n${config}` },
    },
    "AKIDFILE",
  ],
  ["a container, before an instance", { env: { ...container, ...instance } }, "AKIDECS"],
  ["an instance", { env: instance }, "AKIDIMDS"],
])("%s signs", async (_, call, accessKeyId) => {
  const { exitCode, stderr, asked } = await signedCall(call);
  expect({ exitCode, stderr, last: asked.at(-1) }).toEqual({
    exitCode: 0,
    stderr: "",
    last: `report by ${accessKeyId}`,
  });
});

test.concurrent.each<[string, SignedCall, string]>([
  ["nothing anywhere", {}, "Unable to locate credentials. You can configure credentials by running"],
  [
    "an id without a secret",
    { env: { AWS_ACCESS_KEY_ID: "A" } },
    "Partial credentials found in env, missing: AWS_SECRET",
  ],
  [
    "an id without a secret in a file",
    { files: { "~/.aws/credentials": "[default]\naws_access_key_id=A\n" } },
    "Partial credentials found in shared-credentials-file, missing: aws_secret_access_key",
  ],
  [
    "an id without a secret in the other file",
    { files: { "~/.aws/config": "[default]\naws_access_key_id=A\n" } },
    "Partial credentials found in config-file, missing: aws_secret_access_key",
  ],
  [
    "an id without a secret in a file of earlier tools",
    { env: { AWS_CREDENTIAL_FILE: "keys.txt" }, files: { "keys.txt": "AWSAccessKeyId=A" } },
    "Partial credentials found in ec2-credentials-file, missing: AWSSecretKey",
  ],
  [
    "no file of earlier tools where it should be",
    { env: { AWS_CREDENTIAL_FILE: "nowhere" } },
    "The specified config file (nowhere) could not be found.",
  ],
  [
    "keys that have expired",
    { env: { ...environment, AWS_CREDENTIAL_EXPIRATION: "2001-01-01T00:00:00Z" } },
    "Credentials were refreshed, but the refreshed credentials are still expired.",
  ],
  [
    "keys that expire at no time",
    { env: { ...environment, AWS_CREDENTIAL_EXPIRATION: "soon" } },
    "Unknown string format: soon",
  ],
])("with %s nothing is sent", async (_, call, message) => {
  const { exitCode, stderr, asked } = await signedCall(call);
  expect({ exitCode, asked }).toEqual({ exitCode: 255, asked: [] });
  expect(stderr.trim().startsWith(message)).toBe(true);
});
