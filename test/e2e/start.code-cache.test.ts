import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFolders, executable, runProgram, type Folders } from "../support/program";

const argv = ["autoscaling", "put-lifecycle-hook", "--generate-cli-skeleton"];
const skeleton = readFileSync("skeletons/autoscaling/put-lifecycle-hook.input.json", "utf8");
const right = { exitCode: 0, stdout: skeleton, stderr: "" };

let folders: Folders;
const made: Folders[] = [];
beforeEach(async () => {
  folders = await createFolders();
  made.push(folders);
});
afterAll(() => Promise.all(made.map(({ remove }) => remove())));

const cacheFolder = () => path.join(folders.home, "cache", "aws-lifecycle-hooks");
const run = (env: Record<string, string> = {}) =>
  runProgram({ argv, folders, env: { XDG_CACHE_HOME: path.join(folders.home, "cache"), ...env } });

/** The file of main.js that runs of `argv` keep; the rehearsal of the operation keeps the operation's, too. */
async function keptFile(): Promise<string> {
  expect(await run()).toMatchObject(right);
  expect(await run()).toMatchObject(right);
  const [file = "", ...others] = readdirSync(cacheFolder()).sort();
  expect(file).toMatch(/^main\.js-/);
  expect(others).toEqual([
    expect.stringMatching(/^operation-put-lifecycle-hook\.js-/),
    expect.stringMatching(/^ways-call\.js-/),
    expect.stringMatching(/^ways-template\.js-/),
  ]);
  return path.join(cacheFolder(), file);
}

test("the first run ever only makes the folder", async () => {
  expect(await run()).toMatchObject(right);
  expect(readdirSync(cacheFolder())).toEqual([]);
});

test("the second run keeps its compiled code, for its user alone", async () => {
  const file = await keptFile();
  expect(statSync(file).size).toBeGreaterThan(1000);
  if (process.platform !== "win32") {
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(cacheFolder()).mode & 0o777).toBe(0o700);
  }
});

test("the third run uses it and leaves it alone", async () => {
  const { ino, mtimeMs } = statSync(await keptFile());
  expect(await run()).toMatchObject(right);
  expect(statSync(await keptFile())).toMatchObject({ ino, mtimeMs });
});

describe("a kept file that is no good changes nothing and is replaced", () => {
  const damages: [string, (kept: Buffer) => Buffer][] = [
    ["empty", () => Buffer.alloc(0)],
    ["cut short", (kept) => kept.subarray(0, kept.length / 2)],
    ["zeros", (kept) => Buffer.alloc(kept.length)],
    ["noise", (kept) => Buffer.alloc(kept.length, "noise")],
    ["one bit", (kept) => flipped(kept, Math.floor(kept.length / 3))],
    ["one bit near the end", (kept) => flipped(kept, kept.length - 2)],
    ["code of nothing", () => Buffer.from("\u0005\0\0\0\0\0\0\0otherother./main.js")],
  ];
  test.each(damages)("%s", async (_, damage) => {
    const file = await keptFile();
    const sound = readFileSync(file);
    writeFileSync(file, damage(sound));
    expect(await run()).toMatchObject(right);
    expect(isSound(readFileSync(file))).toBe(true);
    expect(await run()).toMatchObject(right);
  });
});

/** A kept file is a head of eight bytes, which is the code's length, the same code twice, and names. */
function isSound(bytes: Buffer): boolean {
  const size = bytes.readUInt32LE();
  const middle = 8 + size;
  return size > 1000 && bytes.subarray(8, middle).equals(bytes.subarray(middle, middle + size));
}

/** What a kept file says that it was compiled for. */
function compiledFor(file: string): string[] {
  const bytes = readFileSync(file);
  return bytes
    .subarray(8 + 2 * bytes.readUInt32LE())
    .toString()
    .split("\n");
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

describe("a folder that cannot be used is done without", () => {
  test.each([
    [
      "a file in its place",
      () => {
        writeFileSync(path.join(folders.home, "cache"), "");
      },
    ],
    [
      "a file in the place of ours",
      () => {
        mkdirSync(path.join(folders.home, "cache"));
        writeFileSync(cacheFolder(), "");
      },
    ],
    [
      "one that others may write to",
      () => {
        mkdirSync(cacheFolder(), { recursive: true });
        chmodSync(cacheFolder(), 0o777);
      },
    ],
    [
      "one that may not be written to",
      () => {
        mkdirSync(cacheFolder(), { recursive: true });
        chmodSync(cacheFolder(), 0o500);
      },
    ],
  ])("%s", async (_, prepare) => {
    prepare();
    expect(await run()).toMatchObject(right);
    expect(await run()).toMatchObject(right);
  });

  test("a file system that takes no files", async () => {
    expect(await run({ XDG_CACHE_HOME: "/proc" })).toMatchObject(right);
    expect(await run({ XDG_CACHE_HOME: "/dev/full" })).toMatchObject(right);
  });

  const canGiveAway = process.getuid?.() === 0;
  (canGiveAway ? test : test.skip)("one that somebody else owns", async () => {
    const file = await keptFile();
    writeFileSync(file, Buffer.alloc(10));
    chownSync(cacheFolder(), 12345, 12345);
    expect(await run()).toMatchObject(right);
    expect(readFileSync(file).length).toBe(10);
  });
});

test("a run that takes another path adds to what is kept for it, once", async () => {
  const file = await keptFile();
  const size = statSync(file).size;
  const help = () => runProgram({ argv: ["help"], folders, env: { XDG_CACHE_HOME: path.join(folders.home, "cache") } });
  expect(await help()).toMatchObject({ exitCode: 0, stderr: "" });
  const grown = statSync(file);
  expect(grown.size).toBeGreaterThan(size);
  expect(await help()).toMatchObject({ exitCode: 0, stderr: "" });
  expect(await run()).toMatchObject(right);
  expect(statSync(file)).toMatchObject({ ino: grown.ino, size: grown.size });
});

test("what is kept says which bundles and which operation it was compiled for", async () => {
  const file = await keptFile();
  expect(compiledFor(file)).toEqual([
    "./main.js",
    "./operation-put-lifecycle-hook.js",
    "./ways-call.js",
    "./ways-template.js",
    "autoscaling put-lifecycle-hook",
    "autoscaling put-lifecycle-hook succeeded",
  ]);
  const other = ["--region", "x", "deploy", "put-lifecycle-event-hook-execution-status", "--generate-cli-skeleton"];
  const env = { XDG_CACHE_HOME: path.join(folders.home, "cache") };
  expect(await runProgram({ argv: other, folders, env })).toMatchObject({ exitCode: 0, stderr: "" });
  expect(compiledFor(file)).toEqual([
    "./main.js",
    "./operation-put-lifecycle-event-hook-execution-status.js",
    "./operation-put-lifecycle-hook.js",
    "./ways-call.js",
    "./ways-template.js",
    "autoscaling put-lifecycle-hook",
    "autoscaling put-lifecycle-hook succeeded",
    "deploy put-lifecycle-event-hook-execution-status",
    "deploy put-lifecycle-event-hook-execution-status succeeded",
  ]);
});

test("what only a failure was compiled for is compiled for a success too, once", async () => {
  const env = { XDG_CACHE_HOME: path.join(folders.home, "cache") };
  const wrong = () => runProgram({ argv: [...argv.slice(0, 2), "--no-such-option"], folders, env });
  for (let time = 0; time < 2; time++) expect((await wrong()).exitCode).toBe(2);
  const [name = ""] = readdirSync(cacheFolder()).sort();
  const file = path.join(cacheFolder(), name);
  expect(compiledFor(file)).not.toContain("autoscaling put-lifecycle-hook succeeded");
  expect(await run()).toMatchObject(right);
  const { ino } = statSync(file);
  expect(compiledFor(file)).toContain("autoscaling put-lifecycle-hook succeeded");
  expect((await wrong()).exitCode).toBe(2);
  expect(await run()).toMatchObject(right);
  expect(statSync(file)).toMatchObject({ ino });
});

test("what the rehearsal takes is not compiled anew: a wrong option, wrong input and --version", async () => {
  const file = await keptFile();
  const { ino } = statSync(file);
  const words = ["autoscaling", "put-lifecycle-hook"];
  const env = { XDG_CACHE_HOME: path.join(folders.home, "cache"), AWS_DEFAULT_REGION: "us-east-1" };
  for (const line of [[...words, "--no-such-option"], [...words, "--cli-input-json", '{"a":{}}'], ["--version"]])
    expect((await runProgram({ argv: line, folders, env })).exitCode).not.toBeNull();
  expect(statSync(file)).toMatchObject({ ino });
});

const ownName = "operation-x.js-0123456789abcdef-v20.0.0-x64-1-2.5-3";

test("of what is older than 90 days, only the cache's own files go when something new is kept", async () => {
  const file = await keptFile();
  const old = [ownName, `${ownName}.4711`, "main.js-0123456789abcdef-v20.0.0-x64"];
  const foreign = ["README.md", "package.json", "main.js", "notes.txt", "main.js-0123-x"];
  for (const name of [...old, ...foreign]) {
    writeFileSync(path.join(cacheFolder(), name), "");
    utimesSync(path.join(cacheFolder(), name), 0, 0);
  }
  const folder = ownName.replace("operation-x", "folder");
  mkdirSync(path.join(cacheFolder(), folder));
  utimesSync(path.join(cacheFolder(), folder), 0, 0);
  unlinkSync(file);
  expect(await run()).toMatchObject(right);
  const left = readdirSync(cacheFolder()).filter(
    (name) => !/^(operation-put-lifecycle-hook|ways-call|ways-template)\.js-/.test(name),
  );
  expect(left.sort()).toEqual([path.basename(file), folder, ...foreign].sort());
});

const onPosix = process.platform === "win32" ? test.skip : test;

onPosix("a link or a pipe in the place of a kept file is not read, not followed and not removed", async () => {
  const file = await keptFile();
  const target = path.join(folders.home, "target");
  renameSync(file, target);
  symlinkSync(target, file);
  const { ino } = statSync(target);
  expect(await run()).toMatchObject(right);
  expect(readlinkSync(file)).toBe(target);
  expect(statSync(target)).toMatchObject({ ino });
  unlinkSync(file);
  expect(spawnSync("mkfifo", [file]).status).toBe(0);
  expect(await run()).toMatchObject(right);
  expect(lstatSync(file).isFIFO()).toBe(true);
});

onPosix("a link in the place of the folder is not followed", async () => {
  const target = path.join(folders.home, "documents");
  mkdirSync(target, { mode: 0o700 });
  mkdirSync(path.dirname(cacheFolder()), { mode: 0o700 });
  symlinkSync(target, cacheFolder());
  for (let round = 0; round < 3; round++) expect(await run()).toMatchObject(right);
  expect(readdirSync(target)).toEqual([]);
});

onPosix("another build of Node with the same version has its own files", async () => {
  const file = await keptFile();
  const { ino, mtimeMs } = statSync(file);
  const node = path.join(folders.cwd, "node");
  copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
  const env = { XDG_CACHE_HOME: path.join(folders.home, "cache") };
  const inOther = () => runProgram({ argv, folders, env, program: [node, executable] });
  expect(await inOther()).toMatchObject(right);
  expect(readdirSync(cacheFolder())).toHaveLength(8);
  expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  expect(await inOther()).toMatchObject(right);
  expect(readdirSync(cacheFolder())).toHaveLength(8);
});

test("a bundle that is mended in place to the same length runs as it is now", async () => {
  for (const part of ["bin", "dist"]) cpSync(part, path.join(folders.cwd, part), { recursive: true });
  const program = [process.execPath, path.join(folders.cwd, "bin", "aws-lifecycle-hooks.js")] as const;
  const env = { XDG_CACHE_HOME: path.join(folders.home, "cache") };
  const version = () => runProgram({ argv: ["--version"], folders, program, env });
  for (let round = 0; round < 3; round++) expect((await version()).stdout).toMatch("aws-cli/1.45\n");
  const main = path.join(folders.cwd, "dist", "main.js");
  const text = readFileSync(main, "utf8");
  writeFileSync(main, text.replace("aws-cli/1.45", "aws-cli/1.99"));
  for (let round = 0; round < 3; round++) expect((await version()).stdout).toMatch("aws-cli/1.99\n");
});

test("turned off, nothing is kept", async () => {
  expect(await run({ AWS_LIFECYCLE_HOOKS_CACHE: "off" })).toMatchObject(right);
  expect(readdirSync(folders.home)).toEqual([]);
});

test("runs that write at once leave one sound file", async () => {
  mkdirSync(cacheFolder(), { recursive: true, mode: 0o700 });
  const results = await Promise.all(Array.from({ length: 12 }, () => run()));
  for (const result of results) expect(result).toMatchObject(right);
  expect(isSound(readFileSync(await keptFile()))).toBe(true);
});
