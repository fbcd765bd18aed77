import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runProgram, type Finished } from "../support/program";
import type { ScriptedAnswer } from "../support/script";
import { startService, type TestService } from "../support/service";

let service: TestService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

/** Runs the check of a value that comes from a URL, so that the message shows what came. */
async function load(url: string, answer: Partial<ScriptedAnswer>, env: Record<string, string> = {}): Promise<Finished> {
  service.requests.length = 0;
  service.script.splice(0, Infinity, { ...answer, on: "/value" } as ScriptedAnswer);
  return runProgram({
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--generate-cli-skeleton", "output", "--status", url],
    env: { AWS_DEFAULT_REGION: "us-east-1", ...env },
  });
}

test.each<[string, string | undefined, string]>([
  ["plain text in Latin-1", "text/plain", "Ã©"],
  ["text that names its encoding", "text/plain; charset=utf-8", "é"],
  ["text that names it in quotes", 'text/plain; charset="UTF-8"', "é"],
  ["anything else in UTF-8", "application/octet-stream", "é"],
  ["no content type", undefined, "é"],
])("%s is read as its server says", async (_, type, text) => {
  const headers = type === undefined ? {} : { "content-type": type };
  const { stderr } = await load(`${service.url}/value?a=b%20c`, { headers, body: "é" });
  expect(stderr).toContain(`Invalid value for parameter status, value: ${text}, valid values:`);
  expect(service.requests).toMatchObject([{ method: "GET", path: "/value?a=b%20c" }]);
});

test.each<[string, Partial<ScriptedAnswer>, string]>([
  ["a redirect", { status: 302, headers: { location: "/param.txt" } }, "received non 200 status code of 302"],
  ["an error", { status: 503 }, "received non 200 status code of 503"],
  ["an empty success", { status: 204 }, "received non 200 status code of 204"],
  ["text that is not in its encoding", { body: "\ufffd", headers: { "content-type": "text/x; charset=ascii-no" } }, ""],
  ["a reset", { reset: true }, "Connection was closed before we received a valid response from endpoint URL: "],
  [
    "half an answer",
    { truncate: true, body: "x".repeat(99) },
    'Connection was closed before we received a valid response from endpoint URL: "{url}".\n',
  ],
  ["no answer", { close: true }, "Connection was closed before we received a valid response from endpoint URL: "],
])("%s is an error that names the option and the URL", async (_, answer, problem) => {
  const url = `${service.url}/value`;
  const { exitCode, stderr } = await load(url, answer);
  expect(exitCode).toBe(255);
  expect(stderr).toContain(
    `\nError parsing parameter '--status': Unable to retrieve ${url}: ${problem.replace("{url}", url)}`,
  );
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("nothing that listens, and no URL, are errors too", async () => {
  const dead = await load("http://127.0.0.1:1/value", {});
  expect(dead.stderr).toBe(
    `\nError parsing parameter '--status': Unable to retrieve http://127.0.0.1:1/value: Could not connect to the endpoint URL: "http://127.0.0.1:1/value"\n`,
  );
  expect((await load("https://", {})).stderr).toMatch(
    /^\nError parsing parameter '--status': Unable to retrieve https:\/\/: /,
  );
});

test("neither the proxy nor the authorities of the service's calls apply", async () => {
  const url = `${service.url}/value`;
  expect((await load(url, { body: "x" }, { HTTP_PROXY: "http://127.0.0.1:1" })).stderr).toContain("value: x, valid");
  const { stderr } = await load(`${service.tlsUrl}/value`, { body: "x" }, { AWS_CA_BUNDLE: service.ca });
  expect(stderr).toMatch(/Unable to retrieve https:\S+: SSL validation failed for https:/);
});

test("a password in the URL is not shown", async () => {
  const { stderr } = await load("http://user:hush-hush@127.0.0.1:1/value", {});
  expect(stderr).toContain("'--status': Unable to retrieve http://***:***@127.0.0.1:1/value");
  expect(stderr).not.toContain("hush");
});
