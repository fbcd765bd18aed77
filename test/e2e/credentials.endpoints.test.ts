import { createHash } from "node:crypto";
import { expect, test } from "@jest/globals";
import { signedCall, type SignedCall } from "../support/signed-call";

const role = `[profile base]
aws_access_key_id = AKIDFILE
aws_secret_access_key = secret-file
[default]
role_arn = arn:aws:iam::123456789012:role/r
source_profile = base
`;
const sso = `[default]
sso_session = my
sso_account_id = 1
sso_role_name = r
[sso-session my]
sso_start_url = https://example.awsapps.com/start
sso_region = eu-west-1
`;
const tokenFile = `~/.aws/sso/cache/${createHash("sha1").update("my").digest("hex")}.json`;
const token = { accessToken: "t", expiresAt: "2099-01-01T00:00:00Z" };
const registration = {
  clientId: "c",
  clientSecret: "s",
  refreshToken: "r",
  registrationExpiresAt: "2099-01-01T00:00:00Z",
};

/** No endpoint is configured, and the proxy refuses to connect to any. */
const viaProxy = { AWS_ENDPOINT_URL: null, HTTPS_PROXY: "{url}", AWS_MAX_ATTEMPTS: "1" };

test.concurrent.each<[string, SignedCall["env"], Record<string, string>, string]>([
  ["STS in the region", {}, { "~/.aws/config": role }, "sts.us-east-1.amazonaws.com:443"],
  [
    "STS in another partition",
    { AWS_DEFAULT_REGION: "cn-north-1" },
    { "~/.aws/config": role },
    "sts.cn-north-1.amazonaws.com.cn:443",
  ],
  ["the one STS of old", { AWS_STS_REGIONAL_ENDPOINTS: "legacy" }, { "~/.aws/config": role }, "sts.amazonaws.com:443"],
  [
    "the one STS of old, by profile",
    {},
    { "~/.aws/config": `${role}sts_regional_endpoints = legacy\n` },
    "sts.amazonaws.com:443",
  ],
  [
    "STS in a region that never had another",
    { AWS_STS_REGIONAL_ENDPOINTS: "legacy", AWS_DEFAULT_REGION: "ap-east-1" },
    { "~/.aws/config": role },
    "sts.ap-east-1.amazonaws.com:443",
  ],
  [
    "STS for FIPS",
    { AWS_STS_REGIONAL_ENDPOINTS: "legacy", AWS_USE_FIPS_ENDPOINT: "true" },
    { "~/.aws/config": role },
    "sts-fips.us-east-1.amazonaws.com:443",
  ],
  [
    "the SSO portal",
    {},
    { "~/.aws/config": sso, [tokenFile]: JSON.stringify(token) },
    "portal.sso.eu-west-1.amazonaws.com:443",
  ],
  [
    "the SSO service",
    {},
    {
      "~/.aws/config": sso,
      [tokenFile]: JSON.stringify({ ...token, ...registration, expiresAt: "2001-01-01T00:00:00Z" }),
    },
    "oidc.eu-west-1.amazonaws.com:443",
  ],
])("the proxy is asked for %s", async (_, env, files, host) => {
  const finished = await signedCall({ env: { ...viaProxy, ...env }, files });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", asked: [`CONNECT ${host}`] });
  expect(finished.message).toMatch(/^Failed to connect to proxy URL: /);
});

test.concurrent.each<[string, SignedCall["env"], string]>([
  ["its variable", { AWS_ENDPOINT_URL_STS: "{url}" }, ""],
  ["its part of the services section", {}, "services = s\n[services s]\nsts =\n  endpoint_url = {url}\n"],
])("STS is called where %s says", async (_, env, settings) => {
  const { asked } = await signedCall({ env: { ...viaProxy, ...env }, files: { "~/.aws/config": role + settings } });
  expect(asked).toEqual(["AssumeRole by AKIDFILE", "CONNECT codedeploy.us-east-1.amazonaws.com:443"]);
});

test.concurrent("a choice of endpoints that does not exist is an error", async () => {
  const env = { ...viaProxy, AWS_STS_REGIONAL_ENDPOINTS: "global" };
  expect(await signedCall({ env, files: { "~/.aws/config": role } })).toMatchObject({
    exitCode: 255,
    asked: [],
    message: 'STS regional endpoints option global is invalid. Valid options are: "legacy", "regional"',
  });
});
