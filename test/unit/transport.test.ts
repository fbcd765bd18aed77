import { describe, expect, test } from "@jest/globals";
import { describe as describeFailure } from "../../src/failure/describe";
import { Failure, isFailure } from "../../src/failure/failure";
import { faultOf, type Phase, type Way } from "../../src/transport/fault";
import { plan } from "../../src/transport/plan";
import { bypasses, proxyFor } from "../../src/transport/route";

/** What Python 3.11's `proxy_bypass_environment` says to the same. */
test.each([
  ["http://example.com/", "example.com", true],
  ["http://example.com/", "EXAMPLE.com", true],
  ["http://EXAMPLE.com/", "example.com", true],
  ["http://www.example.com/", "example.com", true],
  ["http://www.example.com/", ".example.com", true],
  ["http://example.com/", ".example.com", true],
  ["http://example.com/", "..example.com", true],
  ["http://notexample.com/", "example.com", false],
  ["http://example.com.evil.test/", "example.com", false],
  ["http://example.com/", "www.example.com", false],
  ["http://example.com:8080/", "example.com:8080", true],
  ["http://www.example.com:8080/", "example.com:8080", true],
  ["http://example.com:8080/", "example.com:80", false],
  ["http://example.com/", "example.com:80", false],
  ["http://example.com:8080/", "example.com", true],
  ["http://127.0.0.1:99/", "localhost,127.0.0.1", true],
  ["http://127.0.0.1/", "127.0.0.0/8", false],
  ["http://[::1]:99/", "[::1]", true],
  ["http://[::1]:99/", "::1", false],
  ["http://example.com/", " a.test , example.com ", true],
  ["http://example.com/", ",,", false],
  ["http://example.com/", "", false],
  ["http://example.com/", undefined, false],
  ["http://example.com/", "*", true],
  ["http://example.com/", "*,a.test", false],
  ["http://example.com/", "*.com", false],
])("%s with NO_PROXY=%s goes without a proxy: %s", (url, bypass, expected) => {
  expect(bypasses(new URL(url), bypass)).toBe(expected);
});

describe("a proxy", () => {
  const to = (proxy: string, target = "https://example.com/") =>
    proxyFor(new URL(target), { http: undefined, https: proxy, bypass: undefined });

  test.each([
    ["http://proxy:3128", "http://proxy:3128/", "http://proxy:3128", undefined],
    ["proxy:3128", "http://proxy:3128/", "http://proxy:3128", undefined],
    ["//proxy:3128", "http://proxy:3128/", "http://proxy:3128", undefined],
    ["https://proxy", "https://proxy/", "https://proxy", undefined],
    ["http://u:p@proxy:3128/", "http://u:p@proxy:3128/", "http://***:***@proxy:3128/", "u:p"],
    ["http://u:p%40w%3A@proxy", "http://u:p%40w%3A@proxy/", "http://***:***@proxy", "u:p@w:"],
    ["http://u@proxy", "http://u@proxy/", "http://***@proxy", undefined],
    ["http://u:@proxy", "http://u:@proxy/", "http://***:***@proxy", undefined],
    ["http://[::1]:3128", "http://[::1]:3128/", "http://[::1]:3128", undefined],
    ["HTTP://proxy:3128", "http://proxy:3128/", "HTTP://proxy:3128", undefined],
  ])("%s", (configured, url, shown, credentials) => {
    const authorization = credentials && `Basic ${Buffer.from(credentials).toString("base64")}`;
    expect(to(configured)).toMatchObject({ shown, authorization });
    expect(to(configured)?.url.href.replace("u:@", "u@")).toBe(url.replace("u:@", "u@"));
  });

  test("is chosen by the scheme of the request", () => {
    const proxies = { http: "http://a", https: "http://b", bypass: undefined };
    expect(proxyFor(new URL("http://x/"), proxies)?.shown).toBe("http://a");
    expect(proxyFor(new URL("https://x/"), proxies)?.shown).toBe("http://b");
    expect(to("http://proxy", "http://example.com/")).toBeUndefined();
  });

  const notUrl = "this cannot be read as a URL";
  test.each([
    ["http://", "http://", notUrl],
    ["http://proxy:99999", "http://proxy:99999", notUrl],
    ["http://u:%zz@proxy", "http://***:***@proxy", notUrl],
    ["http://u:p/w@proxy", "http://***:***@proxy", notUrl],
    ["http://to/ken@proxy", "http://***@proxy", notUrl],
    ["http://u:1/2@proxy", "http://***:***@proxy", notUrl],
    ["socks5://proxy:1080", "socks5://proxy:1080", "only http and https proxies can be used, not socks5"],
    [
      "SOCKS5h://u:p@proxy:1080",
      "SOCKS5h://***:***@proxy:1080",
      "only http and https proxies can be used, not SOCKS5h",
    ],
    ["ftp://proxy", "ftp://proxy", "only http and https proxies can be used, not ftp"],
  ])("that can never be used is a failure of its own, which is not retried: %s", (proxy, shown, problem) => {
    expect(() => to(proxy)).toThrow(
      expect.objectContaining({ data: { kind: "proxy-unusable", proxy: shown, problem } }),
    );
  });
});

const request = { method: "POST", protocol: "http:", hostname: "service.test", path: "/", query: {}, headers: {} };

test.each([
  [
    { headers: { "x-amz-security-token": "a\nb" } },
    "there are characters in the header x-amz-security-token that no header can carry",
  ],
  [
    { headers: { authorization: "Credential=é–" } },
    "there are characters in the header authorization that no header can carry",
  ],
  [{ path: "/a b" }, "there are characters in its path that no path can carry"],
])("what Node would not send is refused as it is planned, and not retried: %j", async (more, problem) => {
  const none = { http: undefined, https: undefined, bypass: undefined };
  const settings = {
    connectTimeout: 0,
    readTimeout: 0,
    attemptTimeout: 0,
    verifySsl: true,
    caBundle: undefined,
    proxies: none,
  };
  await expect(plan({ ...request, ...more }, settings)).rejects.toMatchObject({
    data: { kind: "request-unsendable", problem },
  });
});

describe("a fault", () => {
  const url = "https://service.test/";
  const proxy = { url: new URL("http://u:secret@proxy"), shown: "http://***:***@proxy", authorization: undefined };
  const ways: Record<string, Way> = {
    direct: { url, proxy: undefined, route: "direct" },
    forward: { url, proxy, route: "forward" },
    tunnel: { url, proxy, route: "tunnel" },
  };
  const error = (code: string, syscall = "read") => ({ code, syscall, message: `why ${code}` });
  const unreachable = `Could not connect to the endpoint URL: "${url}"`;
  const noProxy = 'Failed to connect to proxy URL: "http://***:***@proxy"';
  const closed = `Connection was closed before we received a valid response from endpoint URL: "${url}".`;

  test.each<[Phase, string, object, string]>([
    ["connect", "direct", error("ECONNREFUSED", "connect"), unreachable],
    ["connect", "direct", error("ENOTFOUND", "getaddrinfo"), unreachable],
    ["connect", "direct", error("EMFILE", "connect"), unreachable],
    ["connect", "direct", error("ECONNRESET", "connect"), unreachable],
    ["connect", "direct", error("ECONNRESET"), closed],
    ["connect", "forward", error("ECONNREFUSED"), noProxy],
    ["connect", "tunnel", { message: "Bad response: 403" }, noProxy],
    ["connect", "tunnel", error("HPE_HEADER_OVERFLOW"), noProxy],
    ["handshake", "direct", error("ECONNRESET"), closed],
    ["handshake", "tunnel", error("ECONNRESET"), closed],
    ["handshake", "forward", error("CERT_HAS_EXPIRED"), noProxy],
    ["handshake", "direct", error("CERT_HAS_EXPIRED"), `SSL validation failed for ${url} why CERT_HAS_EXPIRED`],
    [
      "handshake",
      "direct",
      { code: "EPROTO", message: "write EPROTO 80:error:0A:SSL routines:ssl3_get_record:wrong version number:a.c:1:" },
      `SSL validation failed for ${url} wrong version number`,
    ],
    ["head", "direct", error("ECONNRESET"), closed],
    ["head", "direct", error("HPE_INVALID_CONSTANT"), closed],
    ["head", "forward", error("ECONNRESET"), noProxy],
    ["head", "forward", error("HPE_INVALID_CONSTANT"), closed],
    [
      "head",
      "direct",
      error("HPE_HEADER_OVERFLOW"),
      `The answer from endpoint URL: "${url}" is longer than 65536 bytes. The call may have been made.`,
    ],
    ["body", "direct", error("ECONNRESET"), `${closed} The call may have been made.`],
    ["body", "forward", error("ECONNRESET"), `${closed} The call may have been made.`],
  ])("in phase %s, %s, %j", (phase, way, cause, text) => {
    const failure = faultOf(cause, phase, ways[way] as Way);
    expect(describeFailure(failure.data).text).toBe(text);
    expect(failure.cause).toBe(cause);
  });

  test("that is a failure already stays as it is", () => {
    const failure = new Failure({ kind: "read-timeout", url });
    expect(faultOf(failure, "connect", ways["tunnel"] as Way)).toBe(failure);
    expect(isFailure(failure)).toBe(true);
  });
});
