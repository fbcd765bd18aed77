import { expect, test } from "@jest/globals";
import { readSignature } from "../../src/stand-in/signature";

/** The key, the time and the first six signatures are those of AWS's published Signature Version 4 test suite. */
const keys = { AKIDEXAMPLE: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

interface Signed {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signature: string;
}

function verdict(
  { method = "GET", path = "/", headers = {}, body = "", signature }: Signed,
  accessKeyId = "AKIDEXAMPLE",
) {
  const all = { host: "example.amazonaws.com", "x-amz-date": "20150830T123600Z", ...headers };
  const signed = Object.keys({ ...headers, host: "", "x-amz-date": "" })
    .sort()
    .join(";");
  const credential = `${accessKeyId}/20150830/us-east-1/service/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signed}, Signature=${signature}`;
  return readSignature({ method, path, headers: { ...all, authorization }, body: Buffer.from(body) }, keys)?.verdict;
}

const vanilla = { signature: "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31" };
const form = {
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body: "Param1=value1",
  signature: "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
};

test.each<[string, Signed]>([
  ["a GET", vanilla],
  ["a POST", { method: "POST", signature: "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b" }],
  ["a form", form],
  [
    "a query out of order",
    {
      path: "/?Param2=value2&Param1=value1",
      signature: "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    },
  ],
  [
    "a name twice",
    {
      path: "/?Param1=value2&Param1=value1",
      signature: "5772eed61e12b33fae39ee5e7012498b51d56abc0abb7c60486157bd471c4694",
    },
  ],
  [
    "names that start alike",
    {
      path: "/?Param-3=Value3&Param=Value2&%E1%88%B4=Value1",
      signature: "371d3713e185cc334048618a97f809c9ffe339c62934c032af5a0e595648fcac",
    },
  ],
  [
    "an encoded path",
    { path: "/example%20space/", signature: "446b817944c553435b35e813c261ff4e161fff982d1bacdef1c87f6785dd1662" },
  ],
  [
    "a path with dots",
    { path: "/example/../base", signature: "029a67de780e8b3e62adc5281314c8e3833d5fb1dc29d8b2694bc66ba476df1a" },
  ],
  [
    "a path with empty parts",
    { path: "//example//", signature: "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84" },
  ],
  [
    "a header with spaces",
    {
      headers: { "my-header1": " value1  a   b " },
      signature: "f8abef309833a862aa415a3a36f92896dd1b70e10846f5761af0278c0a2ded4c",
    },
  ],
])("%s is valid", (_, signed) => {
  expect(verdict(signed)).toBe("valid");
});

test.each<[string, Signed]>([
  ["another path", { ...vanilla, path: "/other" }],
  ["another method", { ...vanilla, method: "PUT" }],
  ["another body", { ...form, body: "Param1=value2" }],
  ["another date", { ...vanilla, headers: { "x-amz-date": "20150830T123601Z" } }],
  ["a date of another day", { ...vanilla, headers: { "x-amz-date": "20150831T123600Z" } }],
])("%s is wrong", (_, signed) => {
  expect(verdict(signed)).toBe("wrong");
});

test("a key that is not known", () => {
  expect(verdict(vanilla, "AKIDOTHER")).toBe("unknown-key");
  expect(verdict(vanilla, "toString")).toBe("unknown-key");
});

test.each([undefined, "Bearer abc", "AWS4-HMAC-SHA256 Credential=x"])("%s is no signature", (authorization) => {
  const request = { method: "GET", path: "/", headers: { authorization }, body: Buffer.alloc(0) };
  expect(readSignature(request, keys)).toBeUndefined();
});

test("an X-Amz- header that is not signed", () => {
  const credential = "AKIDEXAMPLE/20150830/us-east-1/service/aws4_request";
  const headers = {
    host: "example.amazonaws.com",
    "x-amz-date": "20150830T123600Z",
    "x-amz-security-token": "slipped in",
    authorization: `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=host;x-amz-date, Signature=${vanilla.signature}`,
  };
  expect(readSignature({ method: "GET", path: "/", headers, body: Buffer.alloc(0) }, keys)?.verdict).toBe("wrong");
});
