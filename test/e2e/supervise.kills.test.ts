import { expect, test } from "@jest/globals";
import { actionRun, killAtRandom } from "../support/kills";

test("after signals at random times no report is missing, and each agrees with the exit code", async () => {
  const { others } = await killAtRandom(16, 1);
  for (const finished of others) {
    expect(finished.reported).toEqual([finished.exitCode === 0 ? "Succeeded" : "Failed"]);
    expect([0, 129, 130, 131, 143]).toContain(finished.exitCode);
    expect(finished.left).toEqual([]);
  }
});

test("after signals at random times an action is completed once, unless none was found as yet", async () => {
  const { others } = await killAtRandom(16, 3, actionRun);
  for (const { exitCode, reported, stderr, left } of others) {
    const wasFound = !stderr.includes("nothing was sent");
    expect(reported).toEqual(wasFound ? [exitCode === 0 ? "CONTINUE" : "ABANDON"] : []);
    expect([0, 129, 130, 131, 143]).toContain(exitCode);
    expect(left).toEqual([]);
  }
});
