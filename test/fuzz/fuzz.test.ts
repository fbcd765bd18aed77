import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { check } from "./check";
import { kinds } from "./kinds";
import { loadProgram } from "./program";
import { createRunner, type Runner } from "./run";

let runner: Runner;

beforeAll(async () => {
  runner = await createRunner(loadProgram(), mkdtempSync(path.join(tmpdir(), "fuzz-")));
});
afterAll(() => runner.stop());

test.each(Object.entries(kinds))("%s end in a documented exit code, with a message", async (kind, cases) => {
  expect(await check({ kind, cases, seed: 1, count: 150 }, runner)).toBeUndefined();
});
