import { expect, test } from "@jest/globals";
import { actionRun, killAtRandom, type Killed } from "../support/kills";

test("of 570 random -- COMMAND runs that were killed at random times, none goes unreported", async () => {
  const { early, others } = await killAtRandom(570, 2);
  expect(others.filter((run) => !isRight(run, ["Succeeded", "Failed"]))).toEqual([]);
  process.stderr.write(
    `${others.length} runs reported; ${early} were killed before the tool could start the command\n`,
  );
});

test("of 200 lifecycle actions whose runs were killed at random times, each is completed once, and rightly", async () => {
  const { others } = await killAtRandom(200, 4, actionRun);
  const found = others.filter(({ stderr }) => !stderr.includes("nothing was sent"));
  expect(found.filter((run) => !isRight(run, ["CONTINUE", "ABANDON"]))).toEqual([]);
  expect(others.filter((run) => !found.includes(run) && run.reported.length > 0)).toEqual([]);
});

/** Whether a run made one call, the one that its exit code stands for, and left no process. */
function isRight({ exitCode, reported, left }: Killed, [success, failure]: readonly [string, string]): boolean {
  return reported.length === 1 && reported[0] === (exitCode === 0 ? success : failure) && left.length === 0;
}
