import { createHash, generateKeyPairSync } from "node:crypto";
import { expect, test } from "@jest/globals";
import { signedCall, type SignedCall } from "../support/signed-call";
import { posixTest } from "../support/posix";

const session = "arn:aws:iam::123456789012:user/me";
const loginFile = `~/.aws/login/cache/${createHash("sha256").update(session).digest("hex")}.json`;
const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const dpopKey = privateKey.export({ type: "sec1", format: "pem" }).toString();
const accessToken = {
  accessKeyId: "AKIDFILE",
  secretAccessKey: "secret-file",
  sessionToken: "tok-file",
  expiresAt: "2099-01-01T00:00:00Z",
};

function login(members: object, script: SignedCall["script"] = []): SignedCall {
  const token = { accessToken, clientId: "c", refreshToken: "r", dpopKey, ...members };
  return {
    files: { "~/.aws/config": `[default]\nlogin_session = ${session}\n`, [loginFile]: JSON.stringify(token) },
    script,
  };
}

const due = { accessToken: { ...accessToken, expiresAt: "2001-01-01T00:00:00Z" } };
const json = { "content-type": "application/json" };
const renewed = (members: object): SignedCall["script"] => [
  {
    on: "/v1/token",
    headers: json,
    body: JSON.stringify({ accessToken, expiresIn: 900, refreshToken: "r", ...members }),
  },
];

const startUrl = "https://x/start";
const ssoKeys = { accessKeyId: "A", secretAccessKey: "s", sessionToken: "t", expiration: Date.parse("2099-01-01") };

function sso(token: object, script: SignedCall["script"] = []): SignedCall {
  const config =
    "[default]\nsso_session = my\nsso_account_id = 123456789012\nsso_role_name = r\n" +
    `[sso-session my]\nsso_region = us-east-1\nsso_start_url = ${startUrl}\n`;
  const kept = { startUrl, accessToken: "sso-token", expiresAt: "2099-01-01T00:00:00Z", ...token };
  const file = `~/.aws/sso/cache/${createHash("sha1").update("my").digest("hex")}.json`;
  return { files: { "~/.aws/config": config, [file]: JSON.stringify(kept) }, script };
}

const portal = (members: object): SignedCall["script"] => [
  { on: "/federation", headers: json, body: JSON.stringify({ roleCredentials: { ...ssoKeys, ...members } }) },
];

function processThat(prints: object): SignedCall {
  const printed = { Version: 1, AccessKeyId: "A", SecretAccessKey: "s", ...prints };
  return {
    files: {
      "~/.aws/config": `[default]\ncredential_process = "${process.execPath}" keys.js\n`,
      "keys.js": `console.log(${JSON.stringify(JSON.stringify(printed))})`,
    },
  };
}

const agent = (body: string): SignedCall => ({
  env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "{url}/ecs/creds" },
  script: [{ on: "/ecs", body, headers: json, repeat: true }],
});
const agentKeys = { AccessKeyId: "A", SecretAccessKey: "s", Token: "t", Expiration: "2099-01-01T00:00:00Z" };

const lacking =
  "Error loading login session token: Failed to load access token from token cache, missing required fields: ";
const invalidAnswer =
  /^Error loading login session token: Unable to refresh access token due to an invalid service response/;
const empty = "Error when retrieving credentials from sso: the answer holds no credentials";
const notJson =
  "Error when retrieving credentials from container-role: Error retrieving metadata: Unable to parse JSON returned from container metadata services";

test.concurrent.each<[string, SignedCall, string | RegExp]>([
  ["a login session whose token is a number", login({ refreshToken: 1234567890 }), `${lacking}refreshToken.`],
  ["a login session whose key is an object", login({ dpopKey: {} }), `${lacking}dpopKey.`],
  ["a login session without keys", login({ accessToken: {} }), `${lacking}accessToken.`],
  [
    "a login session whose keys are numbers",
    login({ accessToken: { ...accessToken, secretAccessKey: 5, sessionToken: {} } }),
    `${lacking}accessToken.`,
  ],
  [
    "a renewal whose keys are numbers",
    login(due, renewed({ accessToken: { ...accessToken, secretAccessKey: 5 } })),
    invalidAnswer,
  ],
  ["a renewal whose token is a number", login(due, renewed({ refreshToken: 5 })), invalidAnswer],
  ["a renewal whose time is a text", login(due, renewed({ expiresIn: "soon" })), invalidAnswer],
  [
    "an SSO token that is a number",
    sso({ accessToken: 5 }),
    `Error loading SSO Token: Token for ${startUrl} is invalid`,
  ],
  ["a portal whose keys are numbers", sso({}, portal({ secretAccessKey: 5 })), empty],
  ["a portal whose token is an object", sso({}, portal({ sessionToken: {} })), empty],
  ["a portal whose time is a text", sso({}, portal({ expiration: "never" })), empty],
  [
    "a process whose token is a number",
    processThat({ SessionToken: 5 }),
    "Error when retrieving credentials from custom-process: SessionToken in the response is not text",
  ],
  [
    "a process whose time is a number",
    processThat({ Expiration: 5 }),
    "Error when retrieving credentials from custom-process: Expiration in the response is not text",
  ],
  [
    "an agent whose keys are numbers",
    agent(JSON.stringify({ ...agentKeys, SecretAccessKey: 5 })),
    /^Error when retrieving credentials from container-role: /,
  ],
  ["an agent that answers a secret", agent("CONTSECRET-and-more"), notJson],
  ["an agent that answers a list", agent("null"), notJson],
])("%s gives no credentials", async (_, call, message) => {
  for (const flags of [[], ["--debug"]]) {
    const finished = await signedCall({ ...call, flags });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
    expect(finished.asked.filter((line) => line.startsWith("report"))).toEqual([]);
    expect(finished.stderr).not.toMatch(/is not a function|Cannot read|CONTSECRE|Unexpected token/);
    if (flags.length > 0) continue;
    if (typeof message === "string") expect(finished.message).toBe(message);
    else expect(finished.message).toMatch(message);
  }
});

test.concurrent("an instance that answers a secret tells it to nobody", async () => {
  const { stderr, exitCode } = await signedCall({
    flags: ["--debug"],
    env: { AWS_EC2_METADATA_DISABLED: null, AWS_EC2_METADATA_SERVICE_ENDPOINT: "{url}" },
    script: [{ on: "/latest/meta-data/iam/security-credentials/myrole", body: "IMDSSECRET-and-more" }],
  });
  expect(exitCode).toBe(255);
  expect(stderr).toContain("its answer is no JSON");
  expect(stderr).not.toContain("IMDSSECRE");
});

const environment = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env" };
const keysFile = (id: string, secret: string): string =>
  `aws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;

test.concurrent.each<[string, SignedCall, string]>([
  [
    "an id with a line end",
    { env: { ...environment, AWS_ACCESS_KEY_ID: "AKIDENV\n" } },
    "AWS_ACCESS_KEY_ID cannot be used: it ends with a line end",
  ],
  [
    "a secret with a line end",
    { env: { ...environment, AWS_SECRET_ACCESS_KEY: "secret-env\r\n" } },
    "AWS_SECRET_ACCESS_KEY cannot be used: it ends with a line end",
  ],
  [
    "a token of two lines",
    { env: { ...environment, AWS_SESSION_TOKEN: "a\nb" } },
    "AWS_SESSION_TOKEN cannot be used: there is a line end in it",
  ],
  [
    "the older variable's token with a control character",
    { env: { ...environment, AWS_SECURITY_TOKEN: "a\x1bb" } },
    "AWS_SECURITY_TOKEN cannot be used: there is a control character in it",
  ],
  [
    "a token that no header can carry",
    { env: { ...environment, AWS_SESSION_TOKEN: "token–with a dash" } },
    "AWS_SESSION_TOKEN cannot be used: there are characters in it that no header can carry",
  ],
  [
    "a secret of two lines in the credentials file",
    { files: { "~/.aws/credentials": `[default]\n${keysFile("A", "b\n  c")}` } },
    "aws_secret_access_key in the credentials file cannot be used: there is a line end in it",
  ],
  [
    "an id of two lines in the config file",
    { files: { "~/.aws/config": `[default]\n${keysFile("A\n  b", "c")}` } },
    "aws_access_key_id in the config file cannot be used: there is a line end in it",
  ],
  [
    "a token with a line end from a process",
    processThat({ SessionToken: "t\n" }),
    "The session token from the profile cannot be used: it ends with a line end",
  ],
  [
    "an id with a line end from an agent",
    agent(JSON.stringify({ ...agentKeys, AccessKeyId: "A\n" })),
    "The access key id from the container cannot be used: it ends with a line end",
  ],
])("with %s nothing is run and nothing is sent", async (_, call, message) => {
  const report = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1"];
  const command = [...report, "--lifecycle-event-hook-execution-id", "e-1", "--", "echo", "RAN"];
  for (const argv of [[...report, "--status", "Succeeded"], command]) {
    const finished = await signedCall({ ...call, argv });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "", message });
    expect(finished.asked.filter((line) => line.startsWith("report"))).toEqual([]);
  }
});

posixTest("a file of EC2's first tools that does not end is given up", async () => {
  expect(await signedCall({ env: { AWS_CREDENTIAL_FILE: "/dev/zero" } })).toMatchObject({
    exitCode: 255,
    message: "Unable to read the credentials in /dev/zero: it is longer than 1048576 bytes",
  });
});
