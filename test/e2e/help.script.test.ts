import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { createFolders, runProgram, type Folders } from "../support/program";
import { startService, type TestService } from "../support/service";

let service: TestService;
let folders: Folders;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.stop());
beforeEach(async () => {
  folders = await createFolders();
  service.requests.length = 0;
});
afterEach(() => folders.remove());

async function writeScript(name: string, text: string): Promise<void> {
  const file = path.join(folders.cwd, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, `#!/bin/sh\n${text}\n`);
  await chmod(file, 0o755);
}

const onUnix = process.platform === "win32" ? test.skip : test;

onUnix.each([
  ["exit 0", 0, "Succeeded"],
  ["exit 3", 3, "Failed"],
  ["kill -TERM $PPID; sleep 0.2", 143, "Failed"],
])("the script in the help reports when its check does: %s", async (check, exitCode, status) => {
  const { stdout } = await runProgram({ argv: ["deploy", "put-lifecycle-event-hook-execution-status", "help"] });
  await writeScript("hook.sh", /however it ends:\n\n((?: {6}.*\n|\n)+)/.exec(stdout)?.[1] ?? "");
  await writeScript("smoke-test.sh", check);
  await writeScript(
    "bin/aws-lifecycle-hooks",
    `exec "${process.execPath}" "${path.resolve("bin/aws-lifecycle-hooks.js")}" "$@"`,
  );

  const run = await runProgram({
    program: [path.join(folders.cwd, "hook.sh")],
    argv: [],
    folders,
    env: {
      PATH: `${path.join(folders.cwd, "bin")}:${process.env["PATH"] ?? ""}`,
      DEPLOYMENT_ID: "d-1",
      EXECUTION_ID: "e-1",
      AWS_ENDPOINT_URL: service.url,
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
    },
  });

  expect(run).toMatchObject({ exitCode, stderr: "" });
  expect(service.requests.map(({ body }) => body)).toEqual([
    { json: { deploymentId: "d-1", lifecycleEventHookExecutionId: "e-1", status } },
  ]);
});
