import { execFileSync } from "node:child_process";
import { readdirSync, readlinkSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { runHook, type HookRun } from "../support/hook";
import { createFolders, executable } from "../support/program";
import { canMakeTerminals, poll, startOnTerminal } from "../support/terminal";

const noKeys = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };
const roleArn = "arn:aws:iam::123456789012:role/r";

/** What may be read from a pipe, here one that nobody writes to. */
const reads: readonly [string, Pick<HookRun, "env" | "options" | "secure">][] = [
  ["a token", { env: { ...noKeys, AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: "pipe" } }],
  [
    "the token of a container",
    {
      env: {
        ...noKeys,
        AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1:1/",
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: "pipe",
      },
    },
  ],
  ["authorities", { options: ["--ca-bundle", "pipe"], secure: true }],
  ["the file of EC2's first tools", { env: { ...noKeys, AWS_CREDENTIAL_FILE: "pipe" } }],
  ["a value", { options: ["--deployment-id", "file://pipe"] }],
];

/** Whether a process has a file open, as Linux shows it. */
function isReading(pid: number | undefined, file: string): boolean {
  const folder = `/proc/${pid}/fd`;
  return readdirSync(folder).some((name) => {
    try {
      return readlinkSync(path.join(folder, name)).endsWith(file);
    } catch {
      return false;
    }
  });
}

(process.platform === "linux" ? describe : describe.skip)("with a command after --", () => {
  test.concurrent.each(reads)("a second signal ends the tool while it reads %s", async (_, run) => {
    const folders = await createFolders();
    execFileSync("mkfifo", [path.join(folders.cwd, "pipe")]);
    const finished = await runHook({
      words: ["echo", "RAN"],
      ...run,
      folders,
      during: async ({ child }) => {
        await poll(() => isReading(child.pid, "/cwd/pipe"), "the pipe was not opened");
        child.kill("SIGTERM");
        await sleep(1200);
        child.kill("SIGTERM");
      },
    }).finally(folders.remove);
    expect(finished).toMatchObject({ exitCode: 143, stdout: "", reported: [], left: [] });
  });

  (canMakeTerminals ? test.concurrent : test.skip)(
    "a second Ctrl-C ends the tool while it reads a terminal",
    async () => {
      const folders = await createFolders();
      const operation = [
        "deploy",
        "put-lifecycle-event-hook-execution-status",
        "--lifecycle-event-hook-execution-id",
        "e",
      ];
      const words = [...operation, "--deployment-id", "file:///dev/tty", "--", "echo", "RAN"];
      const terminal = await startOnTerminal([process.execPath, executable, ...words], { folders, env: {} });
      await poll(() => isReading(terminal.pid, "/dev/tty"), "the terminal was not opened");
      terminal.type("\x03");
      await sleep(1200);
      terminal.type("\x03");
      const { exitCode, shown } = await terminal.finished.finally(folders.remove);
      expect(exitCode).toBe(130);
      expect(shown).not.toContain("RAN");
    },
  );
});
