import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import MarkdownIt from "markdown-it";
import { runProgram, type Finished } from "../support/program";

const execute = promisify(execFile);
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("CONTRIBUTING.md's example adds an operation", () => {
  let copy: string;
  let output: string;
  let files: Readonly<Record<string, string>>;

  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "contributing-"));
    for (const name of ["bin", "scripts", "skeletons", "src", "package.json", "package-lock.json", "tsconfig.json"]) {
      await cp(name, path.join(copy, name), { recursive: true });
    }
    await symlink(path.resolve("node_modules"), path.join(copy, "node_modules"));
    const example = await readExample();
    files = example.files;
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(copy, name), text);
    await writeFile(path.join(copy, "example.diff"), example.diff);
    await execute("git", ["apply", "example.diff"], { cwd: copy });
    output = (await execute("sh", ["-euc", example.script], { cwd: copy })).stdout;
  }, 300_000);

  afterAll(() => rm(copy, { recursive: true, force: true }));

  test("its types are right", async () => {
    const include = ["src/operations/all.ts", "src/stand-in/operations.ts"];
    await writeFile(path.join(copy, "example.json"), JSON.stringify({ extends: "./tsconfig.json", include }));
    const compiler = path.resolve("node_modules/typescript/bin/tsc");
    const { stdout } = await execute(process.execPath, [compiler, "-p", "example.json"], { cwd: copy });
    expect(stdout).toBe("");
  }, 60_000);

  test("it is in the help", () => {
    expect(output).toContain("complete-lifecycle-action");
    expect(output).toContain("--lifecycle-action-result");
  });

  test("the stand-in was told", async () => {
    expect(await readFile(path.join(copy, "calls.json"), "utf8")).toContain('"LifecycleActionResult": "CONTINUE"');
  });

  test.each([
    {
      argv: "--generate-cli-skeleton",
      exitCode: 0,
      said: "skeletons/autoscaling/complete-lifecycle-action.input.json",
    },
    { argv: "--lifecycle-hook-name drain", exitCode: 2, said: "--auto-scaling-group-name, --lifecycle-action-result" },
    {
      argv: "--lifecycle-hook-name a --auto-scaling-group-name b --lifecycle-action-result no",
      exitCode: 255,
      said: "CONTINUE, ABANDON",
    },
  ])("$argv", async ({ argv, exitCode, said }) => {
    const { stdout, stderr, ...end } = await runCopy(argv);
    expect(end.exitCode).toBe(exitCode);
    expect(stdout + stderr).toContain(files[said] ?? said);
  });

  function runCopy(argv: string): Promise<Finished> {
    const program: [string, string] = [process.execPath, path.join(copy, "bin/aws-lifecycle-hooks.js")];
    const region = { AWS_DEFAULT_REGION: "us-east-1" };
    return runProgram({ program, argv: ["autoscaling", "complete-lifecycle-action", ...argv.split(" ")], env: region });
  }
});

/** The fenced blocks of the chapter: files by path, the differences, and the script that follows. */
async function readExample(): Promise<{ files: Record<string, string>; diff: string; script: string }> {
  const chapter =
    (await readFile("CONTRIBUTING.md", "utf8")).split("\n## Adding an operation\n")[1]?.split("\n## ")[0] ?? "";
  const fences = new MarkdownIt().parse(chapter, {}).filter(({ type }) => type === "fence");
  const texts = (language: string) => fences.filter(({ info }) => info === language).map(({ content }) => content);
  const files = fences.flatMap(({ info, content }) => {
    const file = /\bfile=(\S+)/.exec(info)?.[1];
    return file ? [[file, content] as const] : [];
  });
  return { files: Object.fromEntries(files), diff: texts("diff").join(""), script: texts("sh").join("") };
}
