import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFolders, runProgram, type Folders } from "../support/program";

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

/** The one file that runs of `argv` keep. */
async function keptFile(): Promise<string> {
  expect(await run()).toMatchObject(right);
  expect(await run()).toMatchObject(right);
  const [file, ...others] = readdirSync(cacheFolder());
  expect(others).toEqual([]);
  return path.join(cacheFolder(), file ?? "");
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
    ["code of nothing", () => Buffer.from("\u0009\0\0\0\0\0\0\0otherother")],
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

/** A kept file is a head of eight bytes and the same code twice. */
function isSound(bytes: Buffer): boolean {
  const middle = (bytes.length + 8) / 2;
  return bytes.length > 1000 && bytes.subarray(8, middle).equals(bytes.subarray(middle));
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

test("what is older than 90 days goes when something new is kept", async () => {
  const file = await keptFile();
  const old = path.join(cacheFolder(), "of-another-build");
  writeFileSync(old, "");
  utimesSync(old, 0, 0);
  unlinkSync(file);
  expect(await keptFile()).toBe(file);
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
