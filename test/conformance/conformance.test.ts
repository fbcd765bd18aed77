import { expect, test } from "@jest/globals";
import { posixTest } from "../support/posix";
import { groupOf, readCases, recordedCases } from "./cases";
import { readPending } from "./pending";
import { explain, isMet } from "./report";
import { runCases } from "./run-cases";

const cases = readCases(recordedCases);
const pending = new Set(readPending());
const groups = [...new Set(cases.map(groupOf))];

for (const group of groups) {
  posixTest(
    `${group}/ is met, but for the cases that are pending`,
    async () => {
      const results = await runCases(cases.filter((one) => groupOf(one) === group));
      const differing = results.filter((result) => !isMet(result) && !pending.has(result.id));
      expect(differing.map(explain).join("\n\n")).toBe("");
      const done = results.filter((result) => isMet(result) && pending.has(result.id));
      expect(done.map(({ id }) => `${id} is met: npm run conformance -- --update-pending`)).toEqual([]);
    },
    600_000,
  );
}

test("every pending case exists", () => {
  const ids = cases.map(({ id }) => id);
  expect([...pending].filter((id) => !ids.includes(id))).toEqual([]);
});
