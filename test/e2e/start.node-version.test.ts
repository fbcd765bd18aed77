import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { transformSync } from "esbuild";
import { createFolders, executable, runProgram, type Folders } from "../support/program";

let folders: Folders;
beforeAll(async () => {
  folders = await createFolders();
});
afterAll(() => folders.remove());

/** Runs the program with a Node that says another version. */
function runAs(version: string, argv: readonly string[]): ReturnType<typeof runProgram> {
  const preload = path.join(folders.cwd, `as-${version}.cjs`);
  writeFileSync(preload, `Object.defineProperty(process, "version", { value: "${version}" });`);
  return runProgram({ argv, folders, program: [process.execPath, "-r", preload, executable] });
}

describe("a Node that is too old is refused before anything is run", () => {
  test.each(["v0.12.18", "v6.17.1", "v8.17.0", "v16.20.2", "v18.20.4", "v19.9.0"])("%s", async (version) => {
    const lines = [["--version"], ["stand-in", "--", process.execPath, "-e", "require('fs').writeFileSync('ran', '')"]];
    for (const line of lines) {
      expect(await runAs(version, line)).toMatchObject({
        exitCode: 255,
        stdout: "",
        stderr: `aws-lifecycle-hooks needs Node.js 20 or newer; this is ${version}\n`,
      });
    }
    expect(existsSync(path.join(folders.cwd, "ran"))).toBe(false);
  });

  test.each(["v20.0.0", "v22.14.0", "v100.0.0"])("%s is not", async (version) => {
    expect(await runAs(version, ["--version"])).toMatchObject({ exitCode: 0, stderr: "" });
  });
});

describe("old versions can parse the executable", () => {
  const text = readFileSync(executable, "utf8");
  /** The bundler rewrites what a target does not know, so that a text it leaves alone has nothing of the kind. */
  const isFitFor = (code: string, target: string) =>
    transformSync(code, { target }).code === transformSync(code, { target: "esnext" }).code;

  test("it has no syntax newer than ES2015, which Node 8 knows", () => {
    expect(isFitFor(text, "es2015")).toBe(true);
  });

  test.each(["a ??= 1", "a ?? b", "a?.b", "try {} catch {}", "({ ...a })", "class A { #b }"])(
    "%s would be found",
    (code) => {
      expect(isFitFor(code, "es2015")).toBe(false);
    },
  );

  test("only a choice of require comes before the check", () => {
    const choice = '"use strict"; var require = process.getBuiltinModule || require;';
    expect(text.split("\n")[1]).toBe(choice);
    expect(text).toMatch(/^#!.*\n.*\n"use strict";Number\.parseInt\(process\.version\.slice\(1\)\)<20&&/);
  });
});
