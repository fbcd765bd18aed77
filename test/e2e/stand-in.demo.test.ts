import path from "node:path";
import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

test("npm run demo shows what it promises", async () => {
  const { exitCode, stdout, stderr } = await runProgram({
    program: [process.execPath, path.resolve("scripts/demo.mjs")],
    argv: [],
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/\n10 of 10 as expected\.\n$/);
  expect(exitCode).toBe(0);
});
