import { expect, test } from "@jest/globals";
import { killAtRandom } from "../support/kills";

test("after signals at random times no report is missing, and each agrees with the exit code", async () => {
  const { others } = await killAtRandom(16, 1);
  for (const finished of others) {
    expect(finished.reported).toEqual([finished.exitCode === 0 ? "Succeeded" : "Failed"]);
    expect([0, 129, 130, 131, 143]).toContain(finished.exitCode);
    expect(finished.left).toEqual([]);
  }
});
