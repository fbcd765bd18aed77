import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { posixTest } from "../support/posix";
import { createFolders, runProgram, startProgram, type Folders } from "../support/program";

const report = ["deploy", "put-lifecycle-event-hook-execution-status"];
const checked = [...report, "--generate-cli-skeleton", "output"];
const env = { AWS_DEFAULT_REGION: "us-east-1" };
const badStatus = "Invalid value for parameter status, value: x, valid values: ";

posixTest("--cli-input-json reads standard input", async () => {
  const argv = [...checked, "--cli-input-json", "file:///dev/stdin"];
  const { exitCode, stderr } = await runProgram({ argv, env, stdin: '{"status":"x"}' });
  expect(exitCode).toBe(255);
  expect(stderr).toContain(badStatus);
});

posixTest("a value may come from a pipe that a shell makes", async () => {
  const script = `printf '{"status":"x"}' | "$0" "$@" file:///dev/stdin`;
  const program = [process.execPath, path.resolve("bin/aws-lifecycle-hooks.js")];
  const { exitCode, stderr } = await runProgram({
    program: ["sh", "-c", script, ...program],
    argv: [...checked, "--cli-input-json"],
    env,
  });
  expect(exitCode).toBe(255);
  expect(stderr).toContain(badStatus);
});

async function withPipe<Result>(use: (folders: Folders, pipe: string) => Promise<Result>): Promise<Result> {
  const folders = await createFolders();
  const pipe = path.join(folders.cwd, "pipe");
  execFileSync("mkfifo", [pipe]);
  return use(folders, pipe).finally(() => folders.remove());
}

posixTest("a named pipe is waited for", async () => {
  await withPipe(async (folders, pipe) => {
    const { finished } = await startProgram({ argv: [...checked, "--status", "file://pipe"], env, folders });
    await wait(300);
    writeFileSync(pipe, "x");
    expect((await finished).stderr).toContain(badStatus);
  });
});

posixTest.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const)("%s ends the wait for a pipe at once", async (signal, code) => {
  await withPipe(async (folders) => {
    const { child, finished } = await startProgram({ argv: [...checked, "--status", "file://pipe"], env, folders });
    await wait(500);
    const sent = performance.now();
    child.kill(signal);
    const { exitCode, signal: ended, stderr } = await finished;
    expect(performance.now() - sent).toBeLessThan(30_000);
    expect([signal, code]).toContain(ended ?? exitCode);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

test("JSON nested 100,000 deep is a clear error", async () => {
  const depth = 100_000;
  const nested = `{"status":${"[".repeat(depth)}${"]".repeat(depth)}}`;
  const { exitCode, stderr } = await runProgram({
    argv: [...checked, "--cli-input-json", "file://in.json"],
    files: { "in.json": nested },
    env,
  });
  expect(exitCode).toBe(255);
  expect(stderr).toBe("\nError parsing parameter 'cli-input-json': Invalid JSON: nested more than 1000 levels deep\n");
});

test("a file of 100 MB is a clear error", async () => {
  const folders = await createFolders();
  writeFileSync(path.join(folders.cwd, "large"), Buffer.alloc(100 * 1024 * 1024, "x"));
  const run = await runProgram({ argv: [...checked, "--status", "file://large"], env, folders });
  await folders.remove();
  expect(run).toMatchObject({
    exitCode: 255,
    stderr:
      "\nError parsing parameter '--status': Unable to load paramfile file://large: it is longer than 16777216 bytes\n",
  });
});
