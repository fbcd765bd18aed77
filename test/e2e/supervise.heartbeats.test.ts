import { expect, test } from "@jest/globals";
import { actionScene, denied, inactive, type Actions } from "../support/actions";
import { runScene, type SceneFinished, type SceneRun } from "../support/scene";
import type { ScriptedAnswer } from "../support/script";

const named = ["--lifecycle-hook-name", "drain", "--auto-scaling-group-name", "workers", "--instance-id", "i-0abc"];

interface HeartbeatRun extends Omit<SceneRun, "argv" | "scene"> {
  readonly actions?: Actions;
  readonly options?: readonly string[];
  readonly words?: readonly string[];
}

function run({ actions, options = [], words = ["sleep", "2"], env, ...rest }: HeartbeatRun): Promise<SceneFinished> {
  const argv = ["autoscaling", "complete-lifecycle-action", ...named, ...options, "--", ...words];
  return runScene({
    argv,
    scene: actionScene(actions),
    env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "60", ...env },
    ...rest,
  });
}

const refusal = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>";

const heartbeats = ({ of }: SceneFinished): number => of("RecordLifecycleActionHeartbeat").length;
const completions = ({ of }: SceneFinished): unknown[] =>
  of("CompleteLifecycleAction").map(({ LifecycleActionResult }) => LifecycleActionResult);

test.concurrent.each<[string, Actions, string[], number, number]>([
  ["half of the hook's timeout", { hooks: [{ name: "drain", timeout: 60 }] }, [], 3, 6],
  ["a time that was asked for", {}, ["--cli-command-heartbeat", "20"], 4, 8],
  ["15 seconds where the hook cannot be described", { describeHooks: () => denied }, [], 5, 10],
])("heartbeats come each %s", async (_, actions, options, least, most) => {
  const finished = await run({ actions, options });
  expect(finished.exitCode).toBe(0);
  expect(heartbeats(finished)).toBeGreaterThanOrEqual(least);
  expect(heartbeats(finished)).toBeLessThanOrEqual(most);
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent("that the hook cannot be described is noted", async () => {
  const finished = await run({ actions: { describeHooks: () => denied }, words: ["true"] });
  expect(finished.stderr).toMatch("the hook drain cannot be described: a heartbeat every 15 seconds\n");
});

test.concurrent("heartbeats that fail are tried again before the period ends, and end nothing", async () => {
  const heartbeat: Actions["heartbeat"] = (_, nth) =>
    nth > 1 && nth % 2 === 0
      ? { error: nth % 4 === 0 ? ["Throttling", "Rate exceeded"] : ["InternalFailure", "oh", 500] }
      : undefined;
  const finished = await run({ actions: { heartbeat, hooks: [{ name: "drain", timeout: 60 }] } });
  expect(finished.exitCode).toBe(0);
  expect(heartbeats(finished)).toBeGreaterThan(5);
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent(
  "an action that is gone is noted at once; the command runs on, and the completion is tried once",
  async () => {
    const heartbeat: Actions["heartbeat"] = (_, nth) => (nth > 1 ? inactive : undefined);
    const finished = await run({
      actions: { heartbeat, complete: () => inactive },
      options: ["--cli-command-heartbeat", "10"],
      words: ["sh", "-c", "sleep 1; echo done"],
    });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "done\n" });
    expect(finished.stderr).toMatch(/the action is over \(.*No active Lifecycle Action found.*\); sh runs on\n/);
    expect(finished.stderr).toMatch("The lifecycle action is no longer active");
    expect(heartbeats(finished)).toBe(2);
    expect(completions(finished)).toEqual(["CONTINUE"]);
  },
);

test.concurrent.each<[string, ScriptedAnswer[], Actions["complete"], number, number]>([
  [
    "contention and a throttle",
    [],
    (nth) =>
      nth === 1
        ? { error: ["ResourceContention", "later", 500] }
        : nth === 2
          ? { error: ["Throttling", "later"] }
          : undefined,
    0,
    3,
  ],
  ["a lost answer, and then no action", [{ on: "CompleteLifecycleAction", close: true }], () => inactive, 0, 1],
  ["no action at once", [], () => inactive, 255, 1],
  ["a refusal", [], () => denied, 255, 1],
])("the completion after %s", async (_, answers, complete, exitCode, tried) => {
  const finished = await run({ answers, actions: { ...(complete && { complete }) }, words: ["true"] });
  expect(finished.exitCode).toBe(exitCode);
  expect(completions(finished)).toHaveLength(tried);
});

test.concurrent("a completion that is refused can be made by hand", async () => {
  const finished = await run({ actions: { complete: () => denied }, words: ["false"] });
  expect(finished.stderr).toMatch(
    /The lifecycle action could not be completed\. [^]*\nIt would have been completed with ABANDON: false exited with 1 after .*\.\nTo make it by hand:\n\n {4}aws-lifecycle-hooks autoscaling complete-lifecycle-action --lifecycle-hook-name drain .*--lifecycle-action-result ABANDON --instance-id i-0abc/,
  );
});

test.concurrent("the command's time ends before the action's, less grace and the last call", async () => {
  const finished = await run({
    actions: { hooks: [{ name: "drain", timeout: 60 }] },
    words: ["true"],
    env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" },
  });
  const [, seconds] = /running true, (\d+) seconds at most/.exec(finished.stderr) ?? [];
  expect(Number(seconds)).toBeLessThanOrEqual(6000 - 10 - 30);
  expect(Number(seconds)).toBeGreaterThan(6000 - 10 - 30 - 25);
});

test.concurrent.each([
  [["--cli-command-timeout", "0"], "without a time limit"],
  [["--cli-command-timeout", "100"], "100 seconds at most"],
])("a time that is asked for with %j counts", async (options, text) => {
  const finished = await run({ options, words: ["true"], env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" } });
  expect(finished.stderr).toMatch(`running true, ${text}\n`);
});

test.concurrent("a signal while the command runs abandons the action once", async () => {
  const finished = await run({
    words: ["sh", "-c", "echo ready; sleep 30"],
    during: async ({ child, seen }) => {
      await seen("ready");
      child.kill("SIGTERM");
    },
  });
  expect(finished).toMatchObject({ exitCode: 143, left: [] });
  expect(completions(finished)).toEqual(["ABANDON"]);
});

test.concurrent("a signal while the action is waited for sends nothing", async () => {
  const finished = await run({
    actions: { heartbeat: () => inactive },
    words: ["echo", "started"],
    during: async ({ child, called }) => {
      await called("RecordLifecycleActionHeartbeat", 2);
      child.kill("SIGTERM");
    },
  });
  expect(finished).toMatchObject({ exitCode: 143, stdout: "" });
  expect(finished.stderr).toMatch("SIGTERM came before echo could be started: nothing was sent\n");
  expect(completions(finished)).toEqual([]);
});

test.concurrent(
  "a signal while an active action is looked at abandons it, and the command is not started",
  async () => {
    const finished = await run({
      answers: [
        {
          on: "DescribeLifecycleHooks",
          delayMs: 1000,
          status: 403,
          headers: { "content-type": "text/xml" },
          body: refusal,
        },
      ],
      words: ["echo", "started"],
      during: async ({ child, requested }) => {
        await requested();
        child.kill("SIGTERM");
      },
    });
    expect(finished).toMatchObject({ exitCode: 143, stdout: "" });
    expect(completions(finished)).toEqual(["ABANDON"]);
    expect(finished.stderr).toMatch("completed with ABANDON: SIGTERM came before echo was started\n");
  },
);
