import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { posixTest } from "../support/posix";
import { createFolders, runProgram, startProgram } from "../support/program";

const program = path.resolve("bin/aws-lifecycle-hooks.js");
const report =
  "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --lifecycle-event-hook-execution-id x --status Failed";

/** The words that run a script with Node. */
function node(script: string): string[] {
  return [process.execPath, "-e", script];
}

test("a command is led to the stand-in whatever is configured outside", async () => {
  const { exitCode, stdout, stderr } = await runProgram({
    argv: ["stand-in", "--", process.execPath, program, ...report.split(" ")],
    env: {
      AWS_PROFILE: "elsewhere",
      AWS_ENDPOINT_URL_CODEDEPLOY: "http://127.0.0.1:1",
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
      AWS_SESSION_TOKEN: "another",
      Http_Proxy: "http://127.0.0.1:1",
      ALL_PROXY: "http://127.0.0.1:1",
    },
    files: { "~/.aws/config": "[default]\nignore_configured_endpoint_urls = true\nuse_fips_endpoint = true\n" },
  });
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '{\n    "lifecycleEventHookExecutionId": "x"\n}\n' });
  expect(stderr).toMatch(/^This is a stand-in and not AWS: http:\/\/127\.0\.0\.1:\d+\n/);
  expect(stderr).toMatch(
    /Z PutLifecycleEventHookExecutionStatus by AKIDSTANDIN in us-east-1: 200 \{"deploymentId":"d-1",/,
  );
});

test.each<[string[], number]>([
  [node("process.exitCode = 0"), 0],
  [node("process.exitCode = 7"), 7],
])("the exit code is the command's: %j ends with %d", async (words, expected) => {
  expect((await runProgram({ argv: ["stand-in", "--", ...words] })).exitCode).toBe(expected);
});

posixTest("a command that a signal ends: 128 and its number", async () => {
  const words = node("process.kill(process.pid, 'SIGKILL')");
  expect((await runProgram({ argv: ["stand-in", "--", ...words] })).exitCode).toBe(137);
});

posixTest.each([
  ["./no-such-command", 127, "stand-in: there is no command ./no-such-command\n"],
  [".", 126, "stand-in: . cannot be executed: permission denied (is it executable?)\n"],
])("%s cannot be started: %d", async (command, expected, words) => {
  const { exitCode, stderr } = await runProgram({ argv: ["stand-in", "--", command] });
  expect(exitCode).toBe(expected);
  expect(stderr).toContain(words);
});

test.each<[string, string]>([
  ["--unknown", "Unknown option '--unknown'"],
  ["--port", "Option '--port <value>' argument missing"],
  ["--port 65536", "--port 65536 is not a whole number it can take"],
  ["--times 0", "--times 0 is not a whole number it can take"],
  ["--delay 1.5", "--delay 1.5 is not a whole number it can take"],
  ["--error Nonsense", "--error Nonsense is not one of DeploymentDoesNotExistException, "],
  ["--key AKID", "--key needs ID=SECRET"],
  ["word", "Unexpected argument 'word'"],
  ["--", "no command follows --"],
])("stand-in %s is refused", async (words, message) => {
  const { exitCode, stdout, stderr } = await runProgram({ argv: ["stand-in", ...words.split(" ")] });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr.startsWith(`aws-lifecycle-hooks stand-in: ${message}`)).toBe(true);
});

posixTest.each<[NodeJS.Signals, number]>([
  ["SIGINT", 130],
  ["SIGTERM", 143],
])("%s stops it with %d", async (signal, expected) => {
  const { child, finished } = await startProgram({ argv: ["stand-in"] });
  const [line] = child.stdout ? ((await once(child.stdout, "data")) as Buffer[]) : [];
  expect(line?.toString()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
  child.kill(signal);
  expect(await finished).toMatchObject({ exitCode: expected, stderr: expect.stringContaining("not AWS") });
});

posixTest("a signal is passed on to the command, whose end counts", async () => {
  const script = "process.on('SIGTERM', () => process.exit(5)); console.log('ready'); setTimeout(() => {}, 100000)";
  const { child, finished } = await startProgram({ argv: ["stand-in", "--", ...node(script)] });
  if (child.stdout) await once(child.stdout, "data");
  child.kill("SIGTERM");
  expect((await finished).exitCode).toBe(5);
});

test("--record keeps what was received, there as soon as a call is answered", async () => {
  const folders = await createFolders();
  const script = `
    const { spawnSync } = require("node:child_process");
    spawnSync(process.execPath, ${JSON.stringify([program, ...report.split(" ")])});
    const { executions } = JSON.parse(require("node:fs").readFileSync("record.json"));
    spawnSync(process.execPath, ${JSON.stringify([program, ...report.split(" ")])});
    process.exitCode = executions["d-1"].x === "Failed" ? 0 : 1`;
  const { exitCode } = await runProgram({
    argv: ["stand-in", "--record", "record.json", "--", ...node(script)],
    folders,
  });
  const record = JSON.parse(await readFile(path.join(folders.cwd, "record.json"), "utf8")) as unknown;
  expect({ exitCode, files: await readdir(folders.cwd), record }).toEqual({
    exitCode: 0,
    files: ["record.json"],
    record: {
      hooks: {},
      executions: { "d-1": { x: "Failed" } },
      calls: [
        expect.objectContaining({ operation: "PutLifecycleEventHookExecutionStatus", status: 200 }),
        expect.objectContaining({ status: 400, error: "LifecycleEventAlreadyCompletedException" }),
      ],
    },
  });
  await folders.remove();
});

test.each([
  ["no/such/folder", "no such file or directory"],
  [".", "it is a folder"],
])("a record at %s cannot be written: a failure", async (file, words) => {
  const { exitCode, stderr } = await runProgram({ argv: ["stand-in", "--record", file, "--", ...node("")] });
  expect(exitCode).toBe(255);
  expect(stderr).toContain(`aws-lifecycle-hooks stand-in: --record ${file}: ${words}\n`);
});

test("a record that can no longer be written ends the command and is a failure", async () => {
  const script = `
    require("node:fs").rmSync("record.json");
    require("node:fs").mkdirSync("record.json");
    require("node:child_process").spawnSync(process.execPath, ${JSON.stringify([program, ...report.split(" ")])});
    setTimeout(() => {}, 100000)`;
  const { exitCode, stderr, durationMs } = await runProgram({
    argv: ["stand-in", "--record", "record.json", "--", ...node(script)],
    env: { AWS_MAX_ATTEMPTS: "1" },
  });
  expect(exitCode).toBe(255);
  expect(stderr).toContain("--record record.json: it is a folder");
  expect(durationMs).toBeLessThan(60_000);
});

test("a port that is taken is a failure", async () => {
  const { child, finished } = await startProgram({ argv: ["stand-in"] });
  const [url] = child.stdout ? ((await once(child.stdout, "data")) as Buffer[]) : [];
  const port = new URL(url?.toString() ?? "").port;
  const { exitCode, stderr } = await runProgram({ argv: ["stand-in", "--port", port] });
  child.kill();
  await finished;
  expect(exitCode).toBe(255);
  expect(stderr).toContain("address already in use");
});
