import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { executable, runProgram } from "../support/program";

let service: ChildProcess;
let port: string;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "memory-"));
  service = spawn(process.execPath, ["scripts/bench-service.mjs"], { stdio: ["pipe", "pipe", "inherit"] });
  const [said] = (await once(service.stdout ?? service, "data")) as [Buffer];
  port = String(said).trim();
});

afterAll(async () => {
  service.stdin?.end();
  await rm(folder, { recursive: true });
});

/** The peak of a run's memory in bytes, by its own account, with an answer of so many groups of 5,053 bytes. */
async function peak(groups: number): Promise<number> {
  const [hook, file] = [path.join(folder, "hook.cjs"), path.join(folder, "peak")];
  const say = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.resourceUsage().maxRSS))`;
  await writeFile(hook, `process.on("exit", () => { ${say}; });`);
  const { exitCode, stderr } = await runProgram({
    program: [process.execPath, "--require", hook, executable],
    argv: ["autoscaling", "describe-auto-scaling-groups"],
    env: {
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}/groups/${groups}`,
    },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  return Number(await readFile(file, "utf8")) * 1024;
}

test("a large answer takes memory for some times its size, not for many", async () => {
  const empty = await peak(0);
  const size = 3400 * 5053;
  expect((await peak(3400)) - empty).toBeLessThan(15 * size);
});
