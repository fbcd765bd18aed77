import { spawn } from "node:child_process";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());

const report = "tool deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --status Succeeded";
const called = "PutLifecycleEventHookExecutionStatus succeeded. Only its answer is lost.";
const full = "\nStandard output cannot be written: ENOSPC: no space left on device\n";
/** Doubles the answer until no pipe's buffer holds it. */
const large = `${report} --query '${Array(14).fill("[@, @]").join(" | ")}'`;

/** What lines of a shell left, in which `tool` is the program. */
async function run(lines: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const child = spawn("bash", ["-c", `tool() { "$NODE" "$PROGRAM" "$@"; }\n${lines}`], {
    env: {
      PATH: process.env["PATH"],
      HOME: "/nonexistent",
      NODE: process.execPath,
      PROGRAM: path.resolve("bin/aws-lifecycle-hooks.js"),
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ENDPOINT_URL: service.url,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const text = async (stream: NodeJS.ReadableStream) => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  };
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr };
}

const onUnix = process.platform === "win32" ? describe.skip : describe;
const onLinux = process.platform === "linux" ? describe : describe.skip;
if (process.platform !== "linux") process.stderr.write("skipped: a full disk, for which there is no /dev/full\n");

onLinux("standard output that is full", () => {
  test.each([[""], ["--output text"], ["--output table"], ["--query @"]])(
    "is a failure that says that the call was made: %s",
    async (options) => {
      service.requests.length = 0;
      const { stdout, stderr } = await run(`${report} ${options} >/dev/full; echo $?`);
      expect({ stdout, stderr }).toEqual({ stdout: "255\n", stderr: `${full}${called}\n` });
      expect(service.requests).toHaveLength(1);
    },
  );

  test.each([
    ["help"],
    ["deploy help"],
    ["completion bash"],
    ["--version"],
    ["autoscaling put-lifecycle-hook --generate-cli-skeleton"],
    ["deploy put-lifecycle-event-hook-execution-status --generate-cli-skeleton output"],
  ])("is a failure, and no more than that, of %s", async (words) => {
    expect(await run(`tool ${words} >/dev/full; echo $?`)).toEqual({ stdout: "255\n", stderr: full });
  });

  test("leaves the exit code where standard error cannot be written either", async () => {
    const { stdout } = await run(`${report} >/dev/full 2>/dev/full; echo $?; ${report} >/dev/full 2>&-; echo $?`);
    expect(stdout).toBe("255\n255\n");
  });

  test("does not matter to a call that has no answer", async () => {
    const hook = "tool autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g";
    expect(await run(`${hook} >/dev/full; echo $?`)).toEqual({ stdout: "0\n", stderr: "" });
  });
});

onUnix("standard output", () => {
  test("that nobody reads is a failure that says that the call was made", async () => {
    const { stdout, stderr } = await run(`(sleep 0.3; ${report}; echo $? >&2) | true`);
    expect(stdout).toBe("");
    expect(stderr).toBe(`\nStandard output cannot be written: EPIPE: broken pipe\n${called}\n255\n`);
  });

  test("that is read late, or does not block, gets all of it", async () => {
    const { stdout } = await run(`${large} | cksum`);
    expect(stdout).toMatch(/^\d+ \d{7}\n$/);
    expect(await run(`${large} | (sleep 1; cksum)`)).toEqual({ stdout, stderr: "" });
    /** Node makes a pipe non-blocking, for the program that shares it too. */
    const other = `"$NODE" -e 'process.stdout.write(""); setTimeout(() => undefined, 1500)'`;
    expect(await run(`(${other} & sleep 0.5; ${large}; wait) | (sleep 1; cksum)`)).toEqual({ stdout, stderr: "" });
  });
});
