import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();

const call = (endpoint: string, options: readonly string[], files: Record<string, string> = {}) =>
  runProgram({
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--endpoint-url", endpoint, ...options],
    files,
    env: {
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "1",
    },
  });

test("a bundle of authorities replaces the usual ones", async () => {
  const { exitCode, stderr } = await call(service().tlsUrl, ["--ca-bundle", service().ca]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test("nothing is verified when told so, and nothing said of it", async () => {
  const { exitCode, stderr } = await call(service().tlsUrl, ["--no-verify-ssl", "--ca-bundle", "none.pem"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

test.each([
  ["none of the usual authorities", [], "unable to verify the first certificate"],
  ["a bundle that is not there", ["--ca-bundle", "none.pem"], "CA bundle none.pem: no such file or directory"],
  ["a bundle that is a folder", ["--ca-bundle", "."], "CA bundle .: illegal operation on a directory"],
  ["a bundle that is empty", ["--ca-bundle", "empty.pem"], "CA bundle empty.pem: no certificate found in it"],
  ["a bundle of something else", ["--ca-bundle", "text.pem"], "CA bundle text.pem: no certificate found in it"],
  ["a bundle with a broken certificate", ["--ca-bundle", "broken.pem"], ""],
])("%s fails", async (_, options, problem) => {
  const { exitCode, stdout, stderr } = await call(service().tlsUrl, options, {
    "empty.pem": "",
    "text.pem": "authorities\n",
    "broken.pem": "-----BEGIN CERTIFICATE-----\nbroken\n-----END CERTIFICATE-----\n",
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "" });
  expect(stderr).toContain(`SSL validation failed for ${service().tlsUrl}/ ${problem}`);
});

test("a bundle is not looked at where there is no TLS", async () => {
  const { exitCode, stderr } = await call(service().url, ["--ca-bundle", "none.pem"]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});
