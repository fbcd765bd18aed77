import { expect, test } from "@jest/globals";
import { killAtRandom } from "../support/kills";

test("of 200 runs that were killed at random times, none goes unreported", async () => {
  const { early, others } = await killAtRandom(200, 2);
  const faulty = others.filter(
    ({ exitCode, reported, left }) =>
      reported.length !== 1 || reported[0] !== (exitCode === 0 ? "Succeeded" : "Failed") || left.length > 0,
  );
  expect(faulty).toEqual([]);
  process.stderr.write(
    `${others.length} runs reported; ${early} were killed before the tool could start the command\n`,
  );
}, 180_000);
