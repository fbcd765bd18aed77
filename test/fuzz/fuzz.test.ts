import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { check } from "./check";
import { kinds, slowKinds } from "./kinds";
import { createRunners, type Runners } from "./runners";

const folder = mkdtempSync(path.join(tmpdir(), "fuzz-"));
let runners: Runners;

beforeAll(async () => {
  runners = await createRunners(folder);
});
afterAll(async () => {
  await runners.stop();
  rmSync(folder, { recursive: true });
});

test.each(Object.entries(kinds))("%s end in a documented exit code, with a message", async (kind, cases) => {
  const count = slowKinds.includes(kind) ? 10 : 80;
  expect(await check({ kind, cases, seed: 1, count }, runners.of(kind))).toBeUndefined();
});
