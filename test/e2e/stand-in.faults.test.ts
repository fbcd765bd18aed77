import { expect, test } from "@jest/globals";
import { putHook, report } from "../support/sdk-calls";
import { startStandIn } from "../support/stand-in";

/** What calls to a stand-in that was started with these words end with. */
async function withStandIn<Result>(words: string, call: (url: string) => Promise<Result>): Promise<Result> {
  const standIn = await startStandIn(...words.split(" "));
  return call(standIn.url).finally(standIn.stop);
}

test.each([
  ["DeploymentDoesNotExistException", 400],
  ["DeploymentIdRequiredException", 400],
  ["InvalidDeploymentIdException", 400],
  ["InvalidLifecycleEventHookExecutionIdException", 400],
  ["InvalidLifecycleEventHookExecutionStatusException", 400],
  ["LifecycleEventAlreadyCompletedException", 400],
  ["UnsupportedActionForDeploymentTypeException", 400],
])("--error %s is CodeDeploy's", async (code, status) => {
  const outcomes = withStandIn(`--error ${code}`, (url) => Promise.all([report(url), putHook(url)]));
  expect(await outcomes).toEqual([`${code} ${status}`, "ok"]);
});

test.each([
  ["LimitExceeded", 400],
  ["ResourceContention", 500],
])("--error %s is Auto Scaling's", async (code, status) => {
  const outcomes = withStandIn(`--error ${code}`, (url) => Promise.all([report(url), putHook(url)]));
  expect(await outcomes).toEqual(["ok", `${code}Fault ${status}`]);
});

test("--times ends the errors", async () => {
  const outcomes = withStandIn("--error InternalFailure --error LimitExceeded --times 2", async (url) => [
    await report(url),
    await putHook(url),
    await putHook(url),
  ]);
  expect(await outcomes).toEqual(["InternalFailure 500", "InternalFailure 500", "ok"]);
});

test("--delay waits before the answer", async () => {
  const waited = await withStandIn("--delay 300", async (url) => {
    const start = performance.now();
    await putHook(url);
    return performance.now() - start;
  });
  expect(waited).toBeGreaterThanOrEqual(295);
});

test("--rate throttles what is above it, in each service's words", async () => {
  const outcomes = await withStandIn("--rate 2", async (url) => {
    const first = await Promise.all([putHook(url), putHook(url)]);
    return [...first, await putHook(url), await report(url)];
  });
  expect(outcomes).toEqual(["ok", "ok", "Throttling 400", "ThrottlingException 400"]);
});
