import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type * as Program from "../../src/main";
import { check } from "./check";
import { kinds } from "./kinds";
import { createRunner, type Runner } from "./run";

let runner: Runner;

beforeAll(async () => {
  const { main } = (await import(path.resolve("dist", "main.js"))) as typeof Program;
  runner = await createRunner(main, mkdtempSync(path.join(tmpdir(), "fuzz-")));
});
afterAll(() => runner.stop());

test.each(Object.entries(kinds))("%s end in a documented exit code, with a message", async (kind, cases) => {
  expect(await check({ kind, cases, seed: 1, count: 150 }, runner)).toBeUndefined();
});
