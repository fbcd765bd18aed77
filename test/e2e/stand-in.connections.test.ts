import { readFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { ScriptedAnswer } from "../support/script";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

/** Makes a service call and gives the status and the body, or the code of the error that ended it. */
async function call(scheme: "http" | "https"): Promise<string> {
  const options = { method: "POST", headers: { "x-amz-target": "CodeDeploy_20141006.Anything" } };
  const ca = await readFile(service.ca);
  return new Promise((resolve) => {
    const fail = ({ code }: NodeJS.ErrnoException) => {
      resolve(code ?? "no code");
    };
    const client =
      scheme === "http" ? httpRequest(service.url, options) : httpsRequest(service.tlsUrl, { ...options, ca });
    client.on("error", fail).on("response", (response) => {
      let body = "";
      response
        .on("data", (chunk: Buffer) => (body += chunk.toString()))
        .on("error", fail)
        .on("end", () => {
          resolve(`${response.statusCode ?? ""} ${body}`);
        });
    });
    client.end("{}");
  });
}

test.each<[ScriptedAnswer, string]>([
  [{ status: 418, body: "tea" }, "418 tea"],
  [{ reset: true }, "ECONNRESET"],
  [{ close: true }, "ECONNRESET"],
  [{ body: "half of it", truncate: true }, "ECONNRESET"],
  [{ take: (socket) => socket.destroy() }, "ECONNRESET"],
  [{ on: "/elsewhere", status: 500 }, '200 {"lifecycleEventHookExecutionId":"eyJlbmNyeXB0ZWREYXRhIjoi-exec-1"}'],
])("a call that is scripted %j ends with %s, over http and https", async (answer, expected) => {
  service.script.push(answer, { ...answer });
  expect([await call("http"), await call("https")]).toEqual([expected, expected]);
  expect(service.requests.map(({ scheme }) => scheme)).toEqual(["http", "https"]);
});

test("an answer is used once, unless it repeats", async () => {
  service.script.push({ body: "first" }, { body: "second", repeat: true });
  expect([await call("http"), await call("http"), await call("http")]).toEqual([
    "200 first",
    "200 second",
    "200 second",
  ]);
});
