import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { createFolders } from "../support/program";
import { signedCall, type SignedCall } from "../support/signed-call";

const startUrl = "https://example.awsapps.com/start";
const portal = "GET /federation/credentials?role_name=r&account_id=123456789012";
const role = "sso_account_id = 123456789012\nsso_role_name = r\n";
const start = `sso_start_url = ${startUrl}\nsso_region = eu-west-1\n`;
const legacy = `[default]\n${start}${role}`;
const session = `[default]\nsso_session = my\n${role}[sso-session my]\n${start}`;

const fileOf = (name: string): string => `~/.aws/sso/cache/${createHash("sha1").update(name).digest("hex")}.json`;

/** What `aws sso login` leaves. */
function token(members: object = {}): string {
  return JSON.stringify({
    startUrl,
    region: "eu-west-1",
    accessToken: "sso-token",
    expiresAt: "2099-01-01T00:00:00Z",
    ...members,
  });
}

const renewable = {
  expiresAt: "2001-01-01T00:00:00Z",
  clientId: "client",
  clientSecret: "client-secret",
  refreshToken: "refresh-1",
  registrationExpiresAt: "2099-01-01T00:00:00Z",
};
const json = { "content-type": "application/json" };
const renewal = {
  on: "/token",
  headers: json,
  body: JSON.stringify({
    accessToken: "sso-token-2",
    expiresIn: 28800,
    refreshToken: "refresh-2",
    tokenType: "Bearer",
  }),
};
const refusal = {
  on: "/token",
  status: 400,
  headers: { ...json, "x-amzn-errortype": "InvalidGrantException" },
  body: '{"error":"invalid_grant"}',
};
const later = new Date(Date.now() + 10 * 60_000).toISOString();

test.concurrent.each<[string, SignedCall, string[], string]>([
  ["of a profile", { files: { "~/.aws/config": legacy, [fileOf(startUrl)]: token() } }, [portal], "sso-token"],
  [
    "with a time in botocore's form",
    { files: { "~/.aws/config": legacy, [fileOf(startUrl)]: token({ expiresAt: "2099-01-01T00:00:00UTC" }) } },
    [portal],
    "sso-token",
  ],
  ["of a session", { files: { "~/.aws/config": session, [fileOf("my")]: token() } }, [portal], "sso-token"],
  [
    "that is renewed",
    { files: { "~/.aws/config": session, [fileOf("my")]: token(renewable) }, script: [renewal] },
    ["POST /token", portal],
    "sso-token-2",
  ],
  [
    "that is not renewed but has minutes left",
    {
      files: { "~/.aws/config": session, [fileOf("my")]: token({ ...renewable, expiresAt: later }) },
      script: [refusal],
    },
    ["POST /token", portal],
    "sso-token",
  ],
])("a token %s gives a role's keys", async (_, call, expected, sent) => {
  const { exitCode, stderr, asked, requests } = await signedCall(call);
  expect({ exitCode, stderr, asked }).toEqual({ exitCode: 0, stderr: "", asked: [...expected, "report by AKIDSSO"] });
  expect(requests.at(-2)?.headers["x-amz-sso_bearer_token"]).toBe(sent);
});

test.concurrent("a renewed token is kept as aws-cli keeps it", async () => {
  const folders = await createFolders();
  const name = fileOf("my").replace("~", folders.home);
  const { requests } = await signedCall({
    folders,
    files: { "~/.aws/config": session, [fileOf("my")]: token(renewable) },
    script: [renewal],
  });
  const kept = JSON.parse(readFileSync(path.normalize(name), "utf8")) as Record<string, string>;
  const mode = statSync(name).mode & 0o777;
  await folders.remove();
  const { clientId, clientSecret, registrationExpiresAt } = renewable;
  expect(requests[0]).toMatchObject({
    body: { json: { grantType: "refresh_token", clientId, clientSecret, refreshToken: "refresh-1" } },
  });
  expect(kept).toEqual({
    startUrl,
    region: "eu-west-1",
    accessToken: "sso-token-2",
    expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    clientId,
    clientSecret,
    registrationExpiresAt,
    refreshToken: "refresh-2",
  });
  expect(Date.parse(kept["expiresAt"] ?? "") - Date.now()).toBeGreaterThan(28_000_000);
  if (process.platform !== "win32") expect(mode).toBe(0o600);
});

const relogin =
  "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.";
const expired = "Error when retrieving token from sso: Token has expired and refresh failed";

test.concurrent.each<[string, Record<string, string>, string]>([
  ["no token", { "~/.aws/config": legacy }, `Error loading SSO Token: Token for ${startUrl} does not exist`],
  ["no token of the session", { "~/.aws/config": session }, "Error loading SSO Token: Token for my does not exist"],
  [
    "a token that has expired",
    { "~/.aws/config": legacy, [fileOf(startUrl)]: token({ expiresAt: "2001-01-01T00:00:00Z" }) },
    relogin,
  ],
  [
    "a token that cannot be renewed",
    { "~/.aws/config": session, [fileOf("my")]: token({ ...renewable, clientId: null }) },
    expired,
  ],
  [
    "a registration that has expired",
    {
      "~/.aws/config": session,
      [fileOf("my")]: token({ ...renewable, registrationExpiresAt: "2001-01-01T00:00:00Z" }),
    },
    expired,
  ],
  [
    "half a token file",
    { "~/.aws/config": legacy, [fileOf(startUrl)]: token().slice(0, 40) },
    `Error loading SSO Token: Token for ${startUrl} is invalid`,
  ],
  [
    "a token file without a time",
    { "~/.aws/config": legacy, [fileOf(startUrl)]: token({ expiresAt: 1 }) },
    `Error loading SSO Token: Token for ${startUrl} is invalid`,
  ],
  [
    "no region and no role",
    { "~/.aws/config": "[default]\nsso_account_id = 1\nsso_start_url = x\n" },
    'The profile "default" is configured to use SSO but is missing required configuration: sso_role_name, sso_region',
  ],
  [
    "a session that does not exist",
    { "~/.aws/config": `[default]\nsso_session = my\n${role}` },
    'The specified sso-session does not exist: "my"',
  ],
  [
    "a session that says something else",
    { "~/.aws/config": `[default]\nsso_region = us-east-1\nsso_session = my\n${role}[sso-session my]\n${start}` },
    "The value for sso_region is inconsistent between profile (us-east-1) and sso-session (eu-west-1).",
  ],
  [
    "a region that is none",
    { "~/.aws/config": legacy.replace("eu-west-1", "eu/west"), [fileOf(startUrl)]: token() },
    "Provided region_name 'eu/west' doesn't match a supported format.",
  ],
])("with %s nothing is sent", async (_, files, message) => {
  expect(await signedCall({ files })).toMatchObject({ exitCode: 255, stdout: "", message, asked: [] });
});

test.concurrent.each<[string, NonNullable<SignedCall["script"]>, string]>([
  [
    "the portal knows no such session",
    [
      {
        on: "/federation",
        status: 401,
        headers: { ...json, "x-amzn-errortype": "UnauthorizedException" },
        body: '{"message":"no"}',
      },
    ],
    relogin,
  ],
  [
    "the role is not the user's",
    [
      {
        on: "/federation",
        status: 403,
        headers: { ...json, "x-amzn-errortype": "ForbiddenException" },
        body: '{"message":"No access"}',
      },
    ],
    "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access",
  ],
  [
    "the portal is another one",
    [{ on: "/federation", headers: { "content-type": "text/html" }, body: "<html>" }],
    "Unable to parse response (not readable): the answer with status 200 is not the service's. The call may have been made.",
  ],
  [
    "the portal gives nothing",
    [{ on: "/federation", headers: json, body: "{}" }],
    "Error when retrieving credentials from sso: the answer holds no credentials",
  ],
])("%s", async (_, script, message) => {
  const finished = await signedCall({ files: { "~/.aws/config": legacy, [fileOf(startUrl)]: token() }, script });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", message, asked: [portal] });
});
