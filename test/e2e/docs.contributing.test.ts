import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import MarkdownIt from "markdown-it";
import { writeJsonFiles } from "../support/botocore-data";
import activities from "../support/scaling-activities.json";
import { runProgram, type Finished } from "../support/program";

const execute = promisify(execFile);
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("CONTRIBUTING.md's example adds an operation", () => {
  let copy: string;
  let output: string;

  beforeAll(async () => {
    copy = await mkdtemp(path.join(tmpdir(), "contributing-"));
    for (const name of copied) await cp(name, path.join(copy, name), { recursive: true });
    await symlink(path.resolve("node_modules"), path.join(copy, "node_modules"));
    const example = await readExample();
    for (const [name, text] of Object.entries(example.files)) await writeFile(path.join(copy, name), text);
    await writeFile(path.join(copy, "example.diff"), example.diff);
    await execute("git", ["apply", "example.diff"], { cwd: copy });
    const data = path.join(copy, "botocore");
    await writeJsonFiles(path.join(data, "autoscaling", "2011-01-01"), {
      "service-2.json": activities.service,
      "paginators-1.json": activities.paginators,
    });
    const env = { ...process.env, BOTOCORE_DATA: data };
    output = (await execute("sh", ["-euc", example.script], { cwd: copy, env })).stdout;
  });

  afterAll(() => rm(copy, { recursive: true, force: true }));

  test("nothing else is touched", async () => {
    const word = "describe-scaling-activities";
    expect(await changedSince(copy)).toEqual([
      "models/autoscaling/describe-scaling-activities.ts",
      "models/operations.json",
      `skeletons/autoscaling/${word}.input.json`,
      `skeletons/autoscaling/${word}.output.json`,
      "src/operations/all.ts",
      `src/operations/${word}.ts`,
    ]);
  });

  test("its types are right", async () => {
    const include = ["src/operations/all.ts", "src/stand-in/command.ts", "src/*.d.ts"];
    await writeFile(path.join(copy, "example.json"), JSON.stringify({ extends: "./tsconfig.json", include }));
    const compiler = path.resolve("node_modules/typescript/bin/tsc");
    const { stdout } = await execute(process.execPath, [compiler, "-p", "example.json"], { cwd: copy });
    expect(stdout).toBe("");
  });

  test("it is in the help", () => {
    expect(output).toContain("describe-scaling-activities");
    expect(output).toContain("--include-deleted-groups");
    expect(output).toContain("--page-size");
  });

  test("the stand-in was told, and its sample is the answer", async () => {
    const { calls } = JSON.parse(await readFile(path.join(copy, "calls.json"), "utf8")) as {
      readonly calls: readonly object[];
    };
    expect(calls).toMatchObject([{ operation: "DescribeScalingActivities", status: 200 }]);
    expect(output).toContain('"StatusCode": "PendingSpotBidPlacement"');
  });

  test("the package has its files", async () => {
    const { stdout } = await execute("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: copy });
    const [packed] = Object.values(JSON.parse(stdout) as Record<string, { files: { path: string }[] }>);
    const files = packed?.files.map((file) => file.path) ?? [];
    expect(files).toContain("dist/operation-describe-scaling-activities.js");
    expect(files).toContain("skeletons/autoscaling/describe-scaling-activities.input.json");
  });

  test.each([
    { argv: ["--generate-cli-skeleton"], exitCode: 0, said: '"IncludeDeletedGroups": true' },
    { argv: ["--max-items", "x"], exitCode: 2, said: "--max-items" },
    { argv: ["--filters", "Name=a,Bad=b"], exitCode: 255, said: "Bad" },
  ])("$argv", async ({ argv, exitCode, said }) => {
    const { stdout, stderr, ...end } = await runCopy(argv);
    expect(end.exitCode).toBe(exitCode);
    expect(stdout + stderr).toContain(said);
  });

  function runCopy(argv: readonly string[]): Promise<Finished> {
    const program: [string, string] = [process.execPath, path.join(copy, "bin/aws-lifecycle-hooks.js")];
    const region = { AWS_DEFAULT_REGION: "us-east-1" };
    return runProgram({ program, argv: ["autoscaling", "describe-scaling-activities", ...argv], env: region });
  }
});

/** What a build needs of the project. */
const copied = [
  "bin",
  "models",
  "scripts",
  "skeletons",
  "src",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
].concat("README.md", "LICENSE");

/** The project's own files in the copy with their texts, but for what the build and the test make. */
async function filesOf(copy: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(copy, { recursive: true, withFileTypes: true });
  const made = /^(node_modules|dist|botocore|example\.|calls\.json|sbom|THIRD_PARTY|bin\/.*\.js$|src\/generated)/;
  const files = names
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(copy, path.join(entry.parentPath, entry.name)))
    .filter((name) => !made.test(name));
  return Object.fromEntries(
    await Promise.all(files.map(async (name) => [name, await readFile(path.join(copy, name), "utf8")] as const)),
  );
}

/** The files of the copy that the project has not, or has otherwise. */
async function changedSince(copy: string): Promise<readonly string[]> {
  const now = Object.entries(await filesOf(copy));
  const before = await Promise.all(now.map(([name]) => readFile(name, "utf8").catch(() => undefined)));
  return now.flatMap(([name, text], at) => (before[at] === text ? [] : [name])).sort();
}

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
