import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, readdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { posixTest } from "../support/posix";
import { createFolders, runProgram, startProgram } from "../support/program";
import { report } from "../support/sdk-calls";
import { startStandIn, type RunningStandIn } from "../support/stand-in";

let standIn: RunningStandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const target = { "x-amz-target": "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus" };
const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
const signedWith = (names: string): Record<string, string> => ({
  ...target,
  authorization: `AWS4-HMAC-SHA256 Credential=AKIDSTANDIN/20260101/us-east-1/codedeploy/aws4_request, SignedHeaders=${names}, Signature=${"0".repeat(64)}`,
});

test.each<[string, RequestInit, number]>([
  ["JSON that is nested deeply", { headers: target, body: deep }, 400],
  ["a body above 1 MiB", { headers: target, body: "x".repeat(1024 * 1024 + 1) }, 413],
  ["a form above 1 MiB", { body: new URLSearchParams({ Action: "x".repeat(2 * 1024 * 1024) }) }, 413],
  ["SignedHeaders=constructor", { headers: signedWith("constructor"), body: "{}" }, 400],
  ["SignedHeaders=__proto__", { headers: signedWith("__proto__;toString"), body: "{}" }, 400],
  [
    "a form of names with many dots",
    {
      body: new URLSearchParams({
        Action: "DescribeLifecycleHooks",
        Version: "2011-01-01",
        [`a${".b".repeat(200_000)}`]: "",
      }),
    },
    403,
  ],
  [
    "an Origin",
    { headers: { origin: "https://example.com" }, body: new URLSearchParams({ Action: "PutLifecycleHook" }) },
    403,
  ],
])("%s is refused, and the next call is served", async (_, init, status) => {
  const answer = await fetch(standIn.url, { method: "POST", ...init });
  await answer.text();
  expect(answer.status).toBe(status);
  expect(await report(standIn.url)).toBe("ok");
});

/** What the stand-in answers to a request in these bytes. */
async function raw(lines: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(standIn.url);
  const { connect } = await import("node:net");
  const socket = connect(Number(port), hostname);
  socket.end(`${lines.join("\r\n")}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(socket, "close");
  return Buffer.concat(chunks).toString();
}

test.each<[string[], string]>([
  [["POST / HTTP/1.1", "host: attacker.example:80"], "403 "],
  [["POST / HTTP/1.1", "host: 127.0.0.1.attacker.example"], "403 "],
  [["POST / HTTP/1.1", "host: 127.0.0.1", "origin: null"], "403 "],
  [["POST / HTTP/1.1", "host: 127.0.0.1", "sec-fetch-site: cross-site"], "403 "],
  [["GET /latest/meta-data/instance-id HTTP/1.1", "host: localhost", "sec-fetch-site: same-site"], "403 "],
  [["POST / HTTP/1.1", "host: localhost"], "404 "],
  [["POST / HTTP/1.1", "host: 127.0.0.1:1", "sec-fetch-site: none"], "404 "],
])("%j", async (lines, expected) => {
  expect((await raw(lines)).slice("HTTP/1.1 ".length)).toMatch(new RegExp(`^${expected}`));
});

test("what a page sends is neither logged nor recorded", async () => {
  const folders = await createFolders();
  const { child, finished } = await startProgram({ argv: ["stand-in", "--record", "calls.json"], folders });
  const [url] = child.stdout ? ((await once(child.stdout, "data")) as Buffer[]) : [];
  const form = new URLSearchParams({ Action: "PutLifecycleHook", Version: "2011-01-01" });
  const headers = { origin: "https://example.com" };
  await (await fetch(url?.toString().trim() ?? "", { method: "POST", headers, body: form })).text();
  child.kill();
  const { stderr } = await finished;
  const record = JSON.parse(await readFile(path.join(folders.cwd, "calls.json"), "utf8")) as { calls: unknown[] };
  await folders.remove();
  expect([record.calls, stderr.includes("PutLifecycleHook")]).toEqual([[], false]);
});

test("a date that cannot be read is refused", async () => {
  const signed = { ...signedWith("host;x-amz-date"), "x-amz-date": "20010101" };
  const answer = await fetch(standIn.url, { method: "POST", headers: signed, body: "{}" });
  expect(await answer.json()).toMatchObject({ __type: "InvalidSignatureException" });
});

posixTest("a record follows no link, and leaves no part of itself", async () => {
  const folders = await createFolders();
  const at = (name: string): string => path.join(folders.cwd, name);
  await writeFile(at("precious"), "precious");
  await Promise.all([symlink("precious", at("calls.json.part")), symlink("precious", at("calls.json"))]);
  const argv = ["stand-in", "--record", "calls.json", "--", "true"];
  expect(await runProgram({ argv, folders })).toMatchObject({ exitCode: 0 });
  expect(await readFile(at("precious"), "utf8")).toBe("precious");
  expect(JSON.parse(await readFile(at("calls.json"), "utf8"))).toMatchObject({ calls: [] });
  expect((await readdir(folders.cwd)).sort()).toEqual(["calls.json", "calls.json.part", "precious"]);
  await folders.remove();
});

posixTest.each(["/dev/null", "/dev/stdout"])("a record is written to %s, which stays what it is", async (file) => {
  const argv = ["stand-in", "--record", file, "--", "sh", "-c", `test ! -f ${file}`];
  const { exitCode, stdout } = await runProgram({ argv });
  expect(exitCode).toBe(0);
  expect(stdout === "" ? {} : JSON.parse(stdout)).toEqual(
    file === "/dev/null" ? {} : { hooks: {}, executions: {}, calls: [] },
  );
});

posixTest("a record and the ready line go through named pipes", async () => {
  const folders = await createFolders();
  const { cwd } = folders;
  await mkdir(path.join(cwd, "empty"));
  const make = spawn("mkfifo", ["ready", "record"], { cwd });
  await once(make, "exit");
  const { child, finished } = await startProgram({
    argv: ["stand-in", "--ready", "ready", "--record", "record"],
    folders,
  });
  const line = await readFile(path.join(cwd, "ready"), "utf8");
  expect(line).toMatch(/^export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+ .*AWS_SECRET_ACCESS_KEY=\S+.*\n$/);
  expect(await report(/http:\S+/.exec(line)?.[0] ?? "")).toBe("ok");
  const reading = readFile(path.join(cwd, "record"), "utf8");
  child.kill();
  expect(JSON.parse(await reading)).toMatchObject({ calls: [{ status: 200 }] });
  await finished;
  await folders.remove();
});
