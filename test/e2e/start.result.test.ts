import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createFolders, runProgram, type Folders } from "../support/program";

let folders: Folders;

beforeAll(async () => {
  folders = await createFolders();
  for (const folder of ["bin", "dist"]) mkdirSync(path.join(folders.cwd, folder));
  copyFileSync(path.join("bin", "aws-lifecycle-hooks.js"), path.join(folders.cwd, "bin", "start.js"));
});
afterAll(() => folders.remove());

/** A bundle as the build makes it: one function expression. */
const bundle = (body: string): string => `(function (provide) {${body}})`;
const main = (body: string): string => bundle(`provide({ processIo: () => undefined, main: ${body} });`);

/** Runs the built start with another program in place of the tool's. */
function start(program: string | undefined): ReturnType<typeof runProgram> {
  if (program === undefined) rmSync(path.join(folders.cwd, "dist", "main.js"), { force: true });
  else writeFileSync(path.join(folders.cwd, "dist", "main.js"), program);
  return runProgram({
    argv: [],
    program: [process.execPath, path.join(folders.cwd, "bin", "start.js")],
    folders,
    env: { AWS_LIFECYCLE_HOOKS_CACHE: "off" },
    timeoutMs: 60_000,
  });
}

test.each([
  ["a result", main("async () => 7"), 7, ""],
  ["success", main("async () => 0"), 0, ""],
  ["no result at all", main("() => new Promise(() => {})"), 255, "The run ended without a result."],
  ["a result too late", main("() => { process.on('exit', () => {}); return new Promise(() => {}); }"), 255, "The run"],
  ["a rejection", main("async () => { throw new Error('x') }"), 255, "x\n"],
  [
    "a throw out of nowhere",
    main("() => { setTimeout(() => { throw new Error('x') }); return new Promise(() => {}); }"),
    255,
    "x\n",
  ],
  ["a throw of no error", main("async () => { throw 'x' }"), 255, "x\n"],
  ["a program that does not load", bundle("throw new Error('x')"), 255, "x\n"],
  ["a program that does not parse", "(", 255, "Unexpected"],
  ["no program", undefined, 255, "no such file"],
])("%s", async (_, program, exitCode, message) => {
  const { stderr, ...run } = await start(program);
  expect(run).toMatchObject({ exitCode, stdout: "" });
  expect(stderr.trimStart()).toMatch(message === "" ? /^$/ : message);
  expect(stderr).not.toMatch(/^\s+at /m);
});
