import { expect, test } from "@jest/globals";
import { codeDeploy } from "../../src/operations/services";
import { isFailure } from "../../src/failure/failure";
import { resolveOutput } from "../../src/settings/output";
import { followsUrls, resolveSettings } from "../../src/settings/resolve";
import { createTrace } from "../../src/io/trace";
import type { Globals, Io, Profile, Section, Settings } from "../../src/types";
import { globals as noGlobals } from "../support/globals";

interface Given {
  readonly flags?: Partial<Globals>;
  readonly env?: Io["env"];
  readonly profile?: Section;
  readonly services?: Profile["services"];
}

function sourcesOf({ flags = {}, env = {}, profile: values = {}, services = {} }: Given) {
  const io = { env, trace: createTrace(), out: { isTTY: true } } as Io;
  const none = { config: {}, credentials: {}, ssoSessions: {} };
  const profile: Profile = { name: "p", source: "default", exists: true, values, services, ...none };
  return { globals: { ...noGlobals, ...flags }, profile, io, service: codeDeploy };
}

/** The settings, in us-east-1 unless a region is given; or the failure's data. */
function settingsOf({ env = {}, ...given }: Given): unknown {
  try {
    return resolveSettings(sourcesOf({ ...given, env: { AWS_REGION: "us-east-1", ...env } }));
  } catch (error) {
    if (isFailure(error)) return error.data;
    throw error;
  }
}

const usual = { endpointUrl: undefined, useFips: false, useDualstack: false };
const url = "http://a.test";

test.each<[Given, object]>([
  [{}, { region: "us-east-1", ...usual, sign: true, validateParameters: true, userAgent: [] }],
  [{ env: { AWS_REGION: "" } }, { kind: "region-missing" }],
  [{ env: { AWS_DEFAULT_REGION: "a" }, profile: { region: "b" }, flags: { region: "c" } }, { region: "c" }],
  [{ env: { AWS_DEFAULT_REGION: "a" }, profile: { region: "b" }, flags: { region: "" } }, { region: "a" }],
  [{ env: { AWS_DEFAULT_REGION: "" }, profile: { region: "b" } }, { region: "b" }],
  [{ profile: { region: { b: "c" } } }, { region: "us-east-1" }],
  [{ flags: { region: "fips-us-west-2" } }, { region: "us-west-2", useFips: true }],
  [{ flags: { region: "us-gov-west-1-fips", endpointUrl: url } }, { region: "us-gov-west-1", useFips: false }],
  [{ flags: { region: "a".repeat(63) } }, { region: "a".repeat(63) }],
  ...["a/b", "a.b", "-a", "a-", "123", "a\n", "a@b", "é", "a".repeat(64)].map((region): [Given, object] => [
    { flags: { region } },
    { kind: "region-invalid", region },
  ]),
])("region: %j gives %j", (given, expected) => {
  expect(settingsOf(given)).toMatchObject(expected);
});

const section = { services: { v: { codedeploy: { endpoint_url: `${url}/section` } } }, profile: { services: "v" } };

test.each<[Given, object]>([
  [{ env: { AWS_ENDPOINT_URL: url, AWS_ENDPOINT_URL_CODEDEPLOY: `${url}/1` } }, { endpointUrl: `${url}/1` }],
  [{ env: { AWS_ENDPOINT_URL: url, AWS_ENDPOINT_URL_AUTO_SCALING: `${url}/1` } }, { endpointUrl: url }],
  [{ env: { AWS_ENDPOINT_URL: url }, flags: { endpointUrl: `${url}/2` } }, { endpointUrl: `${url}/2` }],
  [{ env: { AWS_ENDPOINT_URL: url }, ...section }, { endpointUrl: url }],
  [{ env: { AWS_ENDPOINT_URL: "" }, ...section }, { endpointUrl: `${url}/section` }],
  [{ ...section, profile: { services: "v", endpoint_url: url } }, { endpointUrl: `${url}/section` }],
  [{ services: { v: { sts: {} } }, profile: { services: "v", endpoint_url: url } }, { endpointUrl: url }],
  [{ profile: { services: "w" } }, { kind: "services-missing", section: "w" }],
  [{ profile: { services: "w" }, flags: { endpointUrl: url } }, { endpointUrl: url }],
  [{ services: { v: {} }, profile: { services: "v" } }, { kind: "services-missing" }],
  [{ services: { v: { codedeploy: url } }, profile: { services: "v" } }, { kind: "services-flat" }],
  [{ env: { AWS_ENDPOINT_URL: url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "True" } }, usual],
  [{ env: { AWS_ENDPOINT_URL: url, AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "1" } }, { endpointUrl: url }],
  [{ profile: { endpoint_url: url, ignore_configured_endpoint_urls: "true" } }, usual],
  [{ env: { AWS_USE_FIPS_ENDPOINT: "TRUE", AWS_USE_DUALSTACK_ENDPOINT: "no" } }, { ...usual, useFips: true }],
  [{ profile: { use_dualstack_endpoint: "true" } }, { ...usual, useDualstack: true }],
  [{ profile: { use_fips_endpoint: "true" }, env: { AWS_USE_FIPS_ENDPOINT: "" } }, usual],
  [{ profile: { use_fips_endpoint: "true", endpoint_url: url } }, { ...usual, endpointUrl: url }],
])("endpoint: %j gives %j", (given, expected) => {
  expect(settingsOf(given)).toMatchObject(expected);
});

test.each<[string, boolean]>([
  ["http://localhost", true],
  ["https://user:pass@a-b.c.test:8443/path?x=1", true],
  ["http://127.0.0.1:1", true],
  ["http://[::1]:1/", true],
  ["http://host./", true],
  ["http://", false],
  ["http:///x", false],
  ["http:host", false],
  ["host", false],
  ["http://a_b/", false],
  ["http://-a/", false],
  ["http://a b/", false],
  ["http://a\n/", false],
  ["http://host:99999/", false],
  ["http://[::1/", false],
  [`http://${"a".repeat(64)}/`, false],
])("the endpoint %j may be called: %p", (endpointUrl, isValid) => {
  const settings = settingsOf({ flags: { endpointUrl } });
  expect(settings).toMatchObject(isValid ? { endpointUrl } : { kind: "endpoint-invalid", url: endpointUrl });
});

test("other services have their own endpoints, and not the flag's", () => {
  const env = { AWS_ENDPOINT_URL_STS: `${url}/sts`, AWS_USE_FIPS_ENDPOINT: "true" };
  const { endpointOf } = settingsOf({ flags: { endpointUrl: url }, env }) as Settings;
  expect(endpointOf("sts")).toEqual({ ...usual, endpointUrl: `${url}/sts` });
  expect(endpointOf("sso")).toEqual({ ...usual, useFips: true });
});

test.each<[Given, object]>([
  [{}, { mode: "legacy", maxAttempts: 5 }],
  [{ env: { AWS_RETRY_MODE: "standard" } }, { mode: "standard", maxAttempts: 3 }],
  [{ profile: { retry_mode: "adaptive", max_attempts: "7" } }, { mode: "adaptive", maxAttempts: 7 }],
  [
    { env: { AWS_MAX_ATTEMPTS: "1" }, profile: { max_attempts: "7" } },
    { mode: "legacy", maxAttempts: 1 },
  ],
  [{ env: { AWS_DEFAULTS_MODE: "In-Region" } }, { mode: "standard", maxAttempts: 3 }],
  [{ profile: { defaults_mode: "auto", retry_mode: "legacy" } }, { mode: "legacy", maxAttempts: 5 }],
])("retries: %j gives %j", (given, retries) => {
  expect(settingsOf(given)).toMatchObject({ retries });
});

test.each<[Given, object]>([
  [{ env: { AWS_MAX_ATTEMPTS: "0" } }, { kind: "max-attempts-invalid", attempts: "0" }],
  [{ env: { AWS_MAX_ATTEMPTS: "" }, profile: { max_attempts: "7" } }, { kind: "max-attempts-invalid" }],
  [{ profile: { max_attempts: "many" } }, { kind: "max-attempts-invalid", attempts: "many" }],
  [{ env: { AWS_RETRY_MODE: "Standard" } }, { kind: "retry-mode-invalid", mode: "Standard" }],
  [{ env: { AWS_DEFAULTS_MODE: "best" } }, { kind: "defaults-mode-invalid", mode: "best" }],
  [{ env: { AWS_MAX_ATTEMPTS: "0", AWS_REGION: "" } }, { kind: "region-missing" }],
  [{ flags: { readTimeout: -1 } }, { kind: "timeout-negative", timer: "read" }],
])("%j is refused with %j", (given, failure) => {
  expect(settingsOf(given)).toMatchObject(failure);
});

const noProxies = { http: undefined, https: undefined, bypass: undefined };

test.each<[Given, object]>([
  [{}, { connectTimeout: 60_000, readTimeout: 60_000, attemptTimeout: 300_000, verifySsl: true, proxies: noProxies }],
  [{ flags: { readTimeout: 0, connectTimeout: 0 } }, { connectTimeout: 0, readTimeout: 0, attemptTimeout: 0 }],
  [{ flags: { readTimeout: 600 } }, { readTimeout: 600_000, attemptTimeout: 600_000 }],
  [{ flags: { connectTimeout: 1e9 } }, { connectTimeout: 2 ** 31 - 1 }],
  [{ env: { AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: "90" } }, { attemptTimeout: 90_000 }],
  [{ env: { AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: "3000000" } }, { attemptTimeout: 2 ** 31 - 1 }],
  [{ env: { AWS_CA_BUNDLE: "~/ca.pem", HOME: "/home/u" } }, { caBundle: "/home/u/ca.pem" }],
  [{ env: { HOME: "/home/u" }, flags: { caBundle: "~/$HOME" } }, { caBundle: "/home/u/$HOME" }],
  [{ env: { AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: "soon" } }, { attemptTimeout: 300_000 }],
  [{ env: { REQUESTS_CA_BUNDLE: "r" } }, { caBundle: "r" }],
  [{ env: { REQUESTS_CA_BUNDLE: "r" }, profile: { ca_bundle: "p" } }, { caBundle: "p" }],
  [{ env: { AWS_CA_BUNDLE: "e" }, profile: { ca_bundle: "p" } }, { caBundle: "e" }],
  [{ env: { AWS_CA_BUNDLE: "e" }, flags: { caBundle: "f" } }, { caBundle: "f" }],
  [{ env: { AWS_CA_BUNDLE: "" }, flags: { caBundle: "" } }, { caBundle: undefined }],
  [{ env: { HTTPS_PROXY: "s", Http_Proxy: "h", NO_PROXY: "n" } }, { proxies: { http: "h", https: "s", bypass: "n" } }],
  [{ env: { HTTP_PROXY: "upper", http_proxy: "lower" } }, { proxies: { ...noProxies, http: "lower" } }],
  [{ env: { HTTP_PROXY: "upper", http_proxy: "" } }, { proxies: noProxies }],
  [{ env: { HTTP_PROXY: "upper", REQUEST_METHOD: "GET" } }, { proxies: noProxies }],
  [{ env: { http_proxy: "lower", REQUEST_METHOD: "GET" } }, { proxies: { ...noProxies, http: "lower" } }],
])("transport: %j gives %j", (given, transport) => {
  expect(settingsOf(given)).toMatchObject({ transport });
});

test("the password of a proxy is a secret", () => {
  const sources = sourcesOf({ env: { AWS_REGION: "a", HTTPS_PROXY: "http://user:hunter2@proxy:1" } });
  resolveSettings(sources);
  expect(sources.io.trace.mask("via http://user:hunter2@proxy:1")).not.toContain("hunter2");
});

test.each<[Section, boolean, boolean]>([
  [{}, true, true],
  [{ parameter_validation: "False", cli_follow_urlparam: "false" }, false, false],
  [{ parameter_validation: "no", cli_follow_urlparam: "True" }, false, false],
  [{ parameter_validation: "TRUE", cli_follow_urlparam: "true" }, true, true],
])("switches: %j checks parameters: %p, follows URLs: %p", (profile, validateParameters, follows) => {
  expect(settingsOf({ profile })).toMatchObject({ validateParameters });
  expect(followsUrls(sourcesOf({ profile }).profile)).toBe(follows);
});

test.each<[Given, string[]]>([
  [{ env: { AWS_EXECUTION_ENV: "CI_X" }, profile: { sdk_ua_app_id: "my app" } }, ["exec-env/CI_X", "app/my-app"]],
  [{ env: { AWS_SDK_UA_APP_ID: "a\r\nb: c" }, profile: { sdk_ua_app_id: "p" } }, ["app/a--b--c"]],
])("user agent: %j adds %j", (given, userAgent) => {
  expect(settingsOf(given)).toMatchObject({ userAgent });
});

test.each<[Given, object]>([
  [{}, { format: "json", color: false }],
  [{ env: { AWS_DEFAULT_OUTPUT: "text" }, profile: { output: "table" } }, { format: "text" }],
  [{ flags: { output: "json" }, env: { AWS_DEFAULT_OUTPUT: "text" } }, { format: "json" }],
  [{ profile: { output: "table" } }, { format: "table", color: true }],
  [{ flags: { output: "table" }, env: { NO_COLOR: "1" } }, { color: false }],
  [{ flags: { output: "table" }, env: { NO_COLOR: "" } }, { color: true }],
  [{ flags: { output: "table" }, env: { TERM: "dumb" } }, { color: false }],
  [{ flags: { output: "table", color: "on" }, env: { NO_COLOR: "1" } }, { color: true }],
  [{ flags: { output: "text", color: "on" } }, { color: false }],
  [{ flags: { output: "table", color: "off" } }, { color: false }],
])("output: %j gives %j", (given, expected) => {
  const { globals, ...sources } = sourcesOf(given);
  expect(resolveOutput(globals, sources)).toMatchObject(expected);
});

test.each(["yaml", "JSON", ""])("there is no output type %j", (output) => {
  const { globals, ...sources } = sourcesOf({ env: { AWS_DEFAULT_OUTPUT: output } });
  expect(() => resolveOutput(globals, sources)).toThrow("output-type-unknown");
});
