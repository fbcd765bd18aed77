import path from "node:path";
import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

test("npm run demo shows what it promises", async () => {
  const { exitCode, stdout, stderr } = await runProgram({
    program: [process.execPath, path.resolve("scripts/demo.mjs")],
    argv: [],
    timeoutMs: 120_000,
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^Starting .*…\n/);
  expect(stdout).toMatch(/\n(\d+) of \1 as expected\.\n\nNext:\n/);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(exitCode).toBe(0);
});
