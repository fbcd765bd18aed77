import { checkServerIdentity, type PeerCertificate } from "node:tls";
import { expect, test } from "@jest/globals";
import type { CertifiedName } from "../support/certificates";
import { runProgram } from "../support/program";
import { startService } from "../support/service";
import { useService } from "../support/use-service";

const service = useService();

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };

/** A call to an endpoint that only a proxy can reach, with one attempt. */
const call = (endpoint: string, env: Record<string, string>, ...options: string[]) =>
  runProgram({
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--endpoint-url", endpoint, ...options],
    env: { ...keys, AWS_MAX_ATTEMPTS: "1", ...env },
  });

const basic = `Basic ${Buffer.from("user:p@ss").toString("base64")}`;

test("http goes through a proxy as a whole URL, with its credentials", async () => {
  const { exitCode, stderr } = await call("http://service.test:8080/base?x=1", {
    http_proxy: service().url.replace("//", "//user:p%40ss@"),
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(service().requests).toMatchObject([
    { scheme: "http", viaProxy: "service.test:8080", path: "/base?x=1", proxyAuth: basic, auth: { valid: true } },
  ]);
});

test("http goes through a proxy that speaks TLS", async () => {
  const { exitCode, stderr } = await call("http://service.test/", {
    HTTP_PROXY: service().tlsUrl,
    AWS_CA_BUNDLE: service().ca,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(service().requests).toMatchObject([{ scheme: "https", viaProxy: "service.test" }]);
});

test("https goes through a tunnel, which alone sees the proxy's credentials", async () => {
  service().script.push({ tunnel: true, body: "{}" });
  const { exitCode, stderr } = await call("https://codedeploy.us-east-1.amazonaws.com", {
    HTTPS_PROXY: service().url.replace("//", "//user:p%40ss@"),
    AWS_CA_BUNDLE: service().ca,
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(service().requests).toMatchObject([
    { scheme: "connect", path: "codedeploy.us-east-1.amazonaws.com:443", proxyAuth: basic, auth: null },
    { scheme: "https", path: "/", proxyAuth: null, auth: { valid: true } },
  ]);
});

test("the endpoint's certificate is checked through a tunnel too", async () => {
  service().script.push({ tunnel: true, body: "{}" });
  const { exitCode, stderr } = await call("https://localhost", { HTTPS_PROXY: service().url });
  expect(exitCode).toBe(255);
  expect(stderr).toMatch(
    /^\nSSL validation failed for https:\/\/localhost\/ unable to verify the first certificate\n$/,
  );
});

/** Node 22.23 takes an IPv6 address for a name, which no certificate for the address fits. */
const fitsIpv6 = fits("2001:db8::1", "IP Address:2001:DB8:0:0:0:0:0:1");

/** Whether Node itself finds that a certificate with these names is the host's. */
function fits(host: string, subjectaltname: string): boolean {
  return checkServerIdentity(host, { subjectaltname, subject: {} } as PeerCertificate) === undefined;
}

/** Through a proxy by this host, to this endpoint, which shows a certificate for this name or address. */
test.each<[string, string, CertifiedName, boolean]>([
  ["localhost", "127.0.0.1", { type: "ip", value: "127.0.0.1" }, true],
  ["localhost", "127.0.0.1", { type: "dns", value: "localhost" }, false],
  ["127.0.0.1", "192.0.2.1", { type: "ip", value: "192.0.2.1" }, true],
  ["127.0.0.1", "192.0.2.1", { type: "ip", value: "127.0.0.1" }, false],
  ["127.0.0.1", "192.0.2.1", { type: "dns", value: "localhost" }, false],
  ["127.0.0.1", "[2001:db8::1]", { type: "ip", value: "2001:db8::1" }, fitsIpv6],
  ["127.0.0.1", "[2001:db8::1]", { type: "ip", value: "127.0.0.1" }, false],
  ["localhost", "service.test", { type: "dns", value: "service.test" }, true],
  ["localhost", "service.test", { type: "dns", value: "localhost" }, false],
  ["127.0.0.1", "service.test", { type: "ip", value: "127.0.0.1" }, false],
])("by the proxy %s, %s with a certificate for %j is trusted: %s", async (proxy, endpoint, name, isTrusted) => {
  const { port, ca, requests, stop } = await startService([{ tunnel: true, body: "{}" }], { names: [name] });
  const env = { HTTPS_PROXY: `http://${proxy}:${port}`, AWS_CA_BUNDLE: ca };
  const { exitCode, stderr } = await call(`https://${endpoint}`, env).finally(stop);
  expect(exitCode).toBe(isTrusted ? 0 : 255);
  expect(stderr).toMatch(isTrusted ? /^$/ : /^\nSSL validation failed for https:\/\/\S+ Hostname\/IP does not match/);
  expect(requests.map(({ scheme }) => scheme)).toEqual(isTrusted ? ["connect", "https"] : ["connect"]);
});

test.each<[string, string, () => Record<string, string>, string?]>([
  [
    "refuses the tunnel",
    "https://service.test",
    () => ({ HTTPS_PROXY: service().url.replace("//", "//user:p%40ss@") }),
    ": the proxy answered 403",
  ],
  ["is not there", "https://service.test", () => ({ HTTPS_PROXY: "http://user:p%40ss@127.0.0.1:1" })],
  ["is not there for http", "http://service.test", () => ({ HTTP_PROXY: "http://user:p%40ss@127.0.0.1:1" })],
  ["is not there by TLS", "http://service.test", () => ({ HTTP_PROXY: "https://user:p%40ss@127.0.0.1:1" })],
  [
    "is no URL",
    "http://service.test",
    () => ({ HTTP_PROXY: "http://user:p%40ss@127.0.0.1:99999" }),
    ": this cannot be read as a URL",
  ],
])("a proxy that %s is named without its credentials", async (_, endpoint, env, more = "") => {
  const { exitCode, stderr } = await call(endpoint, env());
  expect(exitCode).toBe(255);
  expect(stderr.endsWith(`"${more}\n`)).toBe(true);
  expect(stderr).toMatch(/^\nFailed to connect to proxy URL: "https?:\/\/\*\*\*:\*\*\*@127\.0\.0\.1:\d+"/);
});

test("a proxy's answer is not taken for the service's", async () => {
  service().script.push({ status: 407, headers: { "content-type": "text/html" }, body: "<html>Who are you?</html>" });
  const { exitCode, stderr } = await call("http://service.test", { HTTP_PROXY: service().url });
  expect(exitCode).toBe(255);
  expect(stderr).toContain("An error occurred (407) when calling the PutLifecycleEventHookExecutionStatus operation");
});
