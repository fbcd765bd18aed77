import { expect, test } from "@jest/globals";
import { signedCall, type SignedCall } from "../support/signed-call";

const base = "[profile base]\naws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n";
const role = "role_arn = arn:aws:iam::123456789012:role/r\nrole_session_name = session\n";
const error = (code: string): string =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>no &amp; no</Message></Error></ErrorResponse>`;
const answer = (credentials: string): string =>
  `<AssumeRoleResponse><AssumeRoleResult><Credentials>${credentials}</Credentials></AssumeRoleResult></AssumeRoleResponse>`;

/** A report with the profile `r` of a config file. */
function withRole(settings: string, others = base): SignedCall {
  return { flags: ["--profile", "r"], files: { "~/.aws/config": `[profile r]\n${settings}${others}` } };
}

const viaBase = withRole(`${role}source_profile = base\n`);

test.concurrent.each<[string, SignedCall, string[]]>([
  ["a profile with keys", viaBase, ["AssumeRole by AKIDFILE", "report by AKIDSTS"]],
  [
    "another role",
    withRole(
      `role_arn = arn:aws:iam::123456789012:role/role2\nsource_profile = q\n`,
      `[profile q]\n${role}source_profile = base\n${base}`,
    ),
    ["AssumeRole by AKIDFILE", "AssumeRole by AKIDSTS", "report by AKIDROLE2"],
  ],
  [
    "keys of its own",
    withRole(`${role}source_profile = r\naws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n`),
    ["AssumeRole by AKIDFILE", "report by AKIDSTS"],
  ],
  [
    "the environment",
    {
      ...withRole(`${role}credential_source = Environment\n`),
      env: { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env" },
    },
    ["AssumeRole by AKIDENV", "report by AKIDSTS"],
  ],
  [
    "a container",
    {
      ...withRole(`${role}credential_source = EcsContainer\n`),
      env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "{url}/ecs/creds" },
    },
    ["GET /ecs/creds", "AssumeRole by AKIDECS", "report by AKIDSTS"],
  ],
  [
    "a source with keys and a role, of which the keys count",
    withRole(`${role}source_profile = base\n`, `${base}${role}source_profile = nowhere\n`),
    ["AssumeRole by AKIDFILE", "report by AKIDSTS"],
  ],
  [
    "an STS that fails once",
    { ...viaBase, script: [{ on: "AssumeRole", status: 500, body: error("InternalFailure") }] },
    ["AssumeRole by AKIDFILE", "AssumeRole by AKIDFILE", "report by AKIDSTS"],
  ],
])("a role is assumed with %s", async (_, call, expected) => {
  const { exitCode, stderr, asked } = await signedCall(call);
  expect({ exitCode, stderr, asked }).toEqual({ exitCode: 0, stderr: "", asked: expected });
});

test.concurrent("the request holds what the profile says", async () => {
  const { requests } = await signedCall(
    withRole(`${role}source_profile = base\nexternal_id = é/x\nduration_seconds = 1_800\nregion = eu-west-1\n`),
  );
  expect(requests[0]).toMatchObject({
    auth: { region: "us-east-1", service: "sts" },
    body: {
      form: {
        Action: "AssumeRole",
        Version: "2011-06-15",
        RoleArn: "arn:aws:iam::123456789012:role/r",
        RoleSessionName: "session",
        ExternalId: "é/x",
        DurationSeconds: "1800",
      },
    },
  });
});

test.concurrent("a session without a name is named for its time", async () => {
  const settings = "role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\nduration_seconds = long\n";
  const { requests } = await signedCall(withRole(settings));
  const { form } = requests[0]?.body as { form: Record<string, string> };
  expect(form).not.toHaveProperty("DurationSeconds");
  expect(form["RoleSessionName"]).toMatch(/^botocore-session-\d{10}$/);
});

test.concurrent.each<[string, SignedCall, string]>([
  [
    "two sources",
    withRole(`${role}source_profile = base\ncredential_source = Environment\n`),
    'The profile "r" contains both source_profile and credential_source.',
  ],
  [
    "no source",
    withRole(role),
    "Partial credentials found in assume-role, missing: source_profile or credential_source",
  ],
  [
    "a source that does not exist",
    withRole(`${role}source_profile = x\n`),
    'The source_profile "x" referenced in the profile "r" does not exist.',
  ],
  [
    "a source without credentials",
    withRole(`${role}source_profile = x\n`, "[profile x]\n"),
    'The source profile "x" must have credentials.',
  ],
  [
    "an unknown source",
    withRole(`${role}credential_source = environment\n`),
    'The credential source "environment" referenced in profile "r" is not valid.',
  ],
  [
    "an empty source",
    withRole(`${role}credential_source = Environment\n`),
    "Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile r",
  ],
  [
    "itself and no keys for a source",
    withRole(`${role}source_profile = r\n`),
    "Infinite loop in credential configuration detected. Attempting to load from profile r which has already been visited. Visited profiles: ['r']",
  ],
  [
    "a circle of sources",
    withRole(`${role}source_profile = q\n`, `[profile q]\n${role}source_profile = r\n`),
    "Infinite loop in credential configuration detected. Attempting to load from profile r which has already been visited. Visited profiles: ['r', 'q']",
  ],
  [
    "an MFA device and neither a terminal nor a line of input",
    withRole(`${role}source_profile = base\nmfa_serial = arn:mfa\n`),
    "No MFA code was given for arn:mfa.",
  ],
  [
    "too short a time",
    withRole(`${role}source_profile = base\nduration_seconds = 60\n`),
    "Parameter validation failed:\nInvalid range for parameter DurationSeconds, value: 60, valid min value: 900",
  ],
  [
    "too short a name",
    withRole(`${role}external_id = x\nsource_profile = base\n`),
    "Parameter validation failed:\nInvalid length for parameter ExternalId, value: 1, valid min length: 2",
  ],
])("a role with %s is an error, and nothing is sent", async (_, call, message) => {
  const finished = await signedCall(call);
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", message, asked: [] });
});

test.concurrent.each<[string, SignedCall["script"], string]>([
  [
    "refuses",
    [{ on: "AssumeRole", status: 403, body: error("AccessDenied") }],
    "An error occurred (AccessDenied) when calling the AssumeRole operation: no & no",
  ],
  [
    "fails for good",
    [{ on: "AssumeRole", status: 503, body: "<html>x</html>", repeat: true }],
    "An error occurred (503) when calling the AssumeRole operation (reached max retries: 1): Service Unavailable",
  ],
  [
    "gives nothing",
    [{ on: "AssumeRole", body: answer("") }],
    "Error when retrieving credentials from assume-role: the answer holds no credentials",
  ],
  [
    "is a portal",
    [{ on: "AssumeRole", body: "<html>Welcome</html>" }],
    "Error when retrieving credentials from assume-role: the answer holds no credentials",
  ],
  [
    "gives what has expired",
    [
      {
        on: "AssumeRole",
        body: answer(
          "<AccessKeyId>A</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2001-01-01T00:00:00Z</Expiration>",
        ),
      },
    ],
    "Credentials were refreshed, but the refreshed credentials are still expired.",
  ],
])("an STS that %s is an error", async (_, script, message) => {
  const finished = await signedCall({ ...viaBase, script: script ?? [], env: { AWS_MAX_ATTEMPTS: "2" } });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", message });
  expect(finished.asked).not.toContain("report by A");
});

const webIdentity = { AWS_WEB_IDENTITY_TOKEN_FILE: "token", AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/w" };

test.concurrent.each(["123456\n", "123456", "123456\r\nmore\n"])(
  "without a terminal the code of an MFA device is the first line of input: %j",
  async (stdin) => {
    const call = withRole(`${role}source_profile = base\nmfa_serial = arn:mfa:u\n`);
    const { asked, requests, exitCode, stderr } = await signedCall({ ...call, stdin });
    expect({ asked, exitCode, stderr }).toEqual({
      asked: ["AssumeRole by AKIDFILE", "report by AKIDSTS"],
      exitCode: 0,
      stderr: "",
    });
    expect(requests[0]).toMatchObject({ body: { form: { SerialNumber: "arn:mfa:u", TokenCode: "123456" } } });
  },
);

test.concurrent("with a command after -- the input is the command's, and no code is read from it", async () => {
  const { flags = [], files = {} } = withRole(`${role}source_profile = base\nmfa_serial = arn:mfa\n`);
  const finished = await signedCall({
    flags: [...flags, "--lifecycle-event-hook-execution-id", "e-1", "--", "true"],
    files,
    stdin: "123456\n",
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1"],
  });
  expect(finished).toMatchObject({
    exitCode: 255,
    asked: [],
    message: "Unable to ask for the MFA code of arn:mfa: there is no terminal to ask on.",
  });
});

/** Line ends as Python reads a text file. */
test.concurrent.each([
  ["a-token", "a-token"],
  ["a-token\n", "a-token\n"],
  ["a-token\r\n", "a-token\n"],
  ["a\rtoken\r\n", "a\ntoken\n"],
])("of a token file that holds %j, %j is sent", async (text, sent) => {
  const { asked, requests } = await signedCall({ env: webIdentity, files: { token: text } });
  expect(asked).toEqual(["AssumeRoleWithWebIdentity by nobody", "report by AKIDWEB"]);
  expect(requests[0]).toMatchObject({ auth: null, body: { form: { WebIdentityToken: sent } } });
});

test.concurrent.each<[string, SignedCall, string]>([
  [
    "no role",
    { env: { ...webIdentity, AWS_ROLE_ARN: null } },
    "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured.",
  ],
  ["no token", { env: webIdentity }, "Unable to read the token file token: no such file or directory"],
  [
    "a token that is refused",
    {
      env: webIdentity,
      files: { token: "a-token" },
      script: [{ on: "AssumeRoleWithWebIdentity", status: 400, body: error("InvalidIdentityToken") }],
    },
    "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: no & no",
  ],
])("a token file with %s is an error", async (_, call, message) => {
  const { exitCode, message: text, asked } = await signedCall(call);
  expect(exitCode).toBe(255);
  expect(text).toContain(message);
  expect(asked).not.toContain("report by AKIDWEB");
});
