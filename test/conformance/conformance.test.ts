import { beforeAll, expect } from "@jest/globals";
import { posixTest } from "../support/posix";
import { readCases, recordedCases } from "./cases";
import { readPending } from "./pending";
import { explain, isMet } from "./report";
import { runCases, type Result } from "./run-cases";

let results: readonly Result[] = [];
let pending: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const cases = process.platform === "win32" ? [] : await readCases(recordedCases);
  [results, pending] = [await runCases(cases), new Set(await readPending())];
}, 600_000);

posixTest("every case that is not pending is met", () => {
  const differing = results.filter((result) => !isMet(result) && !pending.has(result.id));
  expect(differing.map(explain).join("\n\n")).toBe("");
});

posixTest("no pending case is met: npm run conformance -- --update-pending takes them off the list", () => {
  expect(results.filter((result) => isMet(result) && pending.has(result.id)).map(({ id }) => id)).toEqual([]);
});

posixTest("every pending case exists", () => {
  const ids = results.map(({ id }) => id);
  expect([...pending].filter((id) => !ids.includes(id))).toEqual([]);
});
