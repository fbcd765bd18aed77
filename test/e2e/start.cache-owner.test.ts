import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createFolders, runProgram, type Folders } from "../support/program";

let folders: Folders;
const made: Folders[] = [];
beforeEach(async () => {
  folders = await createFolders();
  made.push(folders);
});
afterAll(() => Promise.all(made.map(({ remove }) => remove())));

const isRoot = process.getuid?.() === 0;
const someone = 12345;
const cacheFolder = () => path.join(folders.home, ".cache", "aws-lifecycle-hooks");
const onPosix = process.platform === "darwin" || process.platform === "win32" ? describe.skip : describe;

/** Runs a copy of the program that every user can read, three times, as the users that `preload` makes of the process. */
async function runThrice(preload = "", env: Record<string, string> = {}): Promise<void> {
  const root = path.dirname(folders.home);
  chmodSync(root, 0o755);
  for (const part of ["bin", "dist"]) cpSync(part, path.join(root, part), { recursive: true });
  const file = path.join(root, "preload.cjs");
  writeFileSync(file, preload);
  const program = [process.execPath, "-r", file, path.join(root, "bin", "aws-lifecycle-hooks.js")] as const;
  for (let round = 0; round < 3; round++)
    expect(await runProgram({ argv: ["--version"], folders, program, env })).toMatchObject({ exitCode: 0, stderr: "" });
}

/** Makes the cache's folder and the one above it for a user. */
function makeCache(owner: number, parentMode = 0o700): void {
  mkdirSync(cacheFolder(), { recursive: true });
  chmodSync(cacheFolder(), 0o700);
  chmodSync(path.dirname(cacheFolder()), parentMode);
  if (isRoot) for (const folder of [cacheFolder(), path.dirname(cacheFolder())]) chownSync(folder, owner, owner);
}

onPosix("the folder above the cache", () => {
  test.each([
    [0o755, 1],
    [0o1777, 1],
    [0o777, 0],
    [0o775, 0],
  ])("with mode %o, files are kept: %d", async (mode, kept) => {
    makeCache(process.getuid?.() ?? 0, mode);
    await runThrice();
    expect(readdirSync(cacheFolder())).toHaveLength(kept);
  });
});

(isRoot ? onPosix : describe.skip)("other users (only root can act as one)", () => {
  test("nothing is made under the home of another user", async () => {
    chownSync(folders.home, someone, someone);
    await runThrice();
    expect(readdirSync(folders.home)).toEqual([]);
  });

  test("nothing is made below a folder of another user's that XDG_CACHE_HOME names, nor below a missing one in it", async () => {
    const theirs = path.join(folders.cwd, "theirs");
    mkdirSync(theirs);
    chownSync(theirs, someone, someone);
    await runThrice("", { XDG_CACHE_HOME: theirs });
    await runThrice("", { XDG_CACHE_HOME: path.join(theirs, "cache") });
    expect(readdirSync(theirs)).toEqual([]);
  });

  test("a cache under the home of another user is not used, even if it is one's own", async () => {
    makeCache(0);
    chownSync(folders.home, someone, someone);
    await runThrice();
    expect(readdirSync(cacheFolder())).toEqual([]);
  });

  test("another user's folder is not used", async () => {
    makeCache(0);
    chownSync(cacheFolder(), someone, someone);
    await runThrice();
    expect(readdirSync(cacheFolder())).toEqual([]);
  });

  test.each([
    [
      "as another user, the cache is that user's",
      `process.setgid(${someone}); process.setuid(${someone});`,
      someone,
      1,
    ],
    ["with another effective user there is none", `process.seteuid(${someone});`, someone, 0],
    ["with another effective group there is none", `process.setegid(${someone});`, 0, 0],
    ["as the user whom unknown owners' files seem to belong to there is none", "process.setuid(65534);", 65534, 0],
  ])("%s", async (_, preload, owner, kept) => {
    makeCache(owner);
    chownSync(folders.home, owner, owner);
    await runThrice(preload);
    expect(readdirSync(cacheFolder())).toHaveLength(kept);
    expect(existsSync(path.join(folders.home, ".aws"))).toBe(false);
  });
});
