import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFolders, runProgram, type Folders } from "../support/program";

let folders: Folders;

beforeEach(async () => {
  folders = await createFolders();
});
afterEach(() => folders.remove());

const command = `exec "${process.execPath}" "${path.resolve("bin/aws-lifecycle-hooks.js")}" deploy help`;
const hasTerminal = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;
if (!hasTerminal) process.stderr.write("skipped: help on a terminal, which takes the script command of util-linux\n");

/** Runs the help on a terminal of its own. */
const onTerminal = (env: Readonly<Record<string, string>>, line = command) =>
  runProgram({ program: ["script", "-qefc", line, "/dev/null"], argv: [], folders, env: { TERM: "xterm", ...env } });

let plain: string;
beforeAll(async () => {
  plain = (await runProgram({ argv: ["deploy", "help"] })).stdout;
});

/* eslint-disable no-control-regex -- escape sequences are looked for */
const withoutStyle = (text: string) => text.replace(/\u001b\[[0-9]+m|\r/g, "");

(hasTerminal ? describe : describe.skip)("help on a terminal", () => {
  test("goes through the pager, with its arguments and bold headings", async () => {
    const { stdout, exitCode } = await onTerminal({ PAGER: "tee page.txt" });
    const page = await readFile(path.join(folders.cwd, "page.txt"), "utf8");
    expect(exitCode).toBe(0);
    expect(page).toMatch(/^\u001b\[1mNAME\u001b\[22m\n {4}deploy - AWS CodeDeploy\n/);
    expect(withoutStyle(page)).toBe(plain);
    expect(withoutStyle(stdout)).toBe(plain);
  });

  test.each([
    ["AWS_PAGER where there is no PAGER", { AWS_PAGER: "tee aws.txt" }, "aws.txt"],
    ["PAGER before AWS_PAGER", { PAGER: "tee own.txt", AWS_PAGER: "false" }, "own.txt"],
    ["a pager that is more than words", { PAGER: "cat | tee 'a b.txt'" }, "a b.txt"],
    ["less as it is", { PAGER: 'printf %s "$LESS" > less.txt; cat' }, "less.txt"],
  ])("goes through %s", async (_, env, file) => {
    expect(withoutStyle((await onTerminal(env)).stdout)).toBe(plain);
    expect(await readFile(path.join(folders.cwd, file), "utf8")).toMatch(file === "less.txt" ? /^-R$/ : /NAME/);
  });

  test.each([
    ["there is none", { PAGER: "" }],
    ["it is not found", { PAGER: "no-such-pager -x" }],
    ["its shell does not find it", { PAGER: "no-such-pager; exit 127" }],
    ["less is not installed", { PATH: "/nonexistent" }],
  ])("is shown without a pager where %s", async (_, env) => {
    const script = "PATH" in env ? `PATH=/nonexistent; ${command}` : command;
    const { stdout, exitCode } = await onTerminal("PATH" in env ? {} : env, script);
    expect(withoutStyle(stdout)).toContain(plain);
    expect(exitCode).toBe(0);
  });

  test("is plain, and in no pager that was not asked for, on a terminal that can do nothing", async () => {
    expect((await onTerminal({ TERM: "dumb" })).stdout.replaceAll("\r", "")).toBe(plain);
  });

  test("is done when the pager has had enough", async () => {
    const { stdout, exitCode } = await onTerminal({ PAGER: "head -1" });
    expect({ page: withoutStyle(stdout), exitCode }).toEqual({ page: "NAME\n", exitCode: 0 });
  });

  test("leaves Ctrl-C to the pager", async () => {
    const pager = "trap 'echo interrupted; exit 0' INT; kill -INT 0; sleep 5";
    const { stdout, exitCode } = await onTerminal({ PAGER: pager });
    expect({ stdout, exitCode }).toEqual({ stdout: "interrupted\r\n", exitCode: 0 });
  });

  test.each([
    ["TERM", 143],
    ["HUP", 129],
  ])("ends with the pager on SIG%s", async (signal, exitCode) => {
    await writeFile(
      path.join(folders.cwd, "pager.sh"),
      "trap 'echo restored; exit' TERM; echo up; while :; do sleep 0.05; done",
    );
    const line = `${command.replace("exec", "")} & sleep 0.7; kill -${signal} $!; wait $!; echo "$?"`;
    const { stdout } = await onTerminal({ PAGER: "sh pager.sh" }, line);
    expect(withoutStyle(stdout)).toBe(`up\nrestored\n${exitCode}\n`);
  });
});
