import { expect, test } from "@jest/globals";
import { actionScene, denied, inactive, type Actions } from "../support/actions";
import { runScene, type SceneFinished, type SceneRun } from "../support/scene";

/** A run on the instance `i-0abc`; `options` stand before the words. The clock of the services is fast. */
interface ActionRun extends Omit<SceneRun, "argv" | "scene"> {
  readonly actions?: Actions;
  readonly options?: readonly string[];
  readonly words?: readonly string[];
}

const operation = ["autoscaling", "complete-lifecycle-action"];
const named = ["--lifecycle-hook-name", "drain", "--auto-scaling-group-name", "workers", "--instance-id", "i-0abc"];

function run({ actions, options = [], words = ["true"], env, ...rest }: ActionRun): Promise<SceneFinished> {
  const argv = [...operation, ...options, "--", ...words];
  return runScene({
    argv,
    scene: actionScene(actions),
    env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "20", ...env },
    ...rest,
  });
}

/** The results of the completions that were asked for. */
function completions({ of }: SceneFinished): unknown[] {
  return of("CompleteLifecycleAction").map(({ LifecycleActionResult }) => LifecycleActionResult);
}

const sh = (script: string): string[] => ["sh", "-c", script];
const notStarted = /The command was not started\.\n$/;

test.concurrent.each<[string, string[], string[], string, number]>([
  ["exit 0", [], sh("exit 0"), "CONTINUE", 0],
  ["exit 3", [], sh("exit 3"), "ABANDON", 3],
  ["a command that is not there", [], ["./nowhere"], "ABANDON", 127],
  ["a signal", [], sh("kill -KILL $$"), "ABANDON", 137],
  ["its time", ["--cli-command-timeout", "1"], ["sleep", "30"], "ABANDON", 124],
  ["exit 3, where failure continues", ["--cli-command-failure", "CONTINUE"], sh("exit 3"), "CONTINUE", 3],
])("%s completes the action with its names", async (_, options, words, result, exitCode) => {
  const finished = await run({ options: [...named, ...options], words });
  expect(finished).toMatchObject({ exitCode, stdout: "", left: [] });
  expect(finished.of("CompleteLifecycleAction")).toEqual([
    {
      LifecycleHookName: "drain",
      AutoScalingGroupName: "workers",
      InstanceId: "i-0abc",
      LifecycleActionResult: result,
    },
  ]);
  expect(finished.stderr).toMatch(new RegExp(`\naws-lifecycle-hooks: completed with ${result}: .*\n$`));
});

test.concurrent("instance, group and hook are found, and the command has them", async () => {
  const words = sh("echo $AUTO_SCALING_GROUP_NAME $LIFECYCLE_HOOK_NAME $INSTANCE_ID $LIFECYCLE_TRANSITION");
  const finished = await run({
    actions: {
      hooks: [
        { name: "launch", transition: "LAUNCHING" },
        { name: "drain" },
        { name: "CodeDeploy-managed-automatic-terminate-hook" },
      ],
    },
    words,
  });
  expect(finished).toMatchObject({
    exitCode: 0,
    stdout: "workers drain i-0abc autoscaling:EC2_INSTANCE_TERMINATING\n",
  });
  expect(finished.of("CompleteLifecycleAction")).toMatchObject([{ LifecycleHookName: "drain", InstanceId: "i-0abc" }]);
});

const both = [{ name: "launch", transition: "LAUNCHING" }, { name: "drain" }] as const;

test.concurrent.each([
  ["Pending:Wait", "launch"],
  ["Terminating:Wait", "drain"],
  ["Warmed:Terminating:Wait", "drain"],
])("an instance that is %s waits at %s", async (state, name) => {
  const finished = await run({ actions: { state, hooks: both } });
  expect(finished.of("CompleteLifecycleAction")).toMatchObject([{ LifecycleHookName: name }]);
});

test.concurrent.each(["launch", "drain"])(
  "of an instance in a warm pool a heartbeat proves which: %s",
  async (name) => {
    const heartbeat: Actions["heartbeat"] = ({ LifecycleHookName }) =>
      LifecycleHookName === name ? undefined : inactive;
    const finished = await run({ actions: { state: "Warmed:Pending:Wait", hooks: both, heartbeat } });
    expect(finished.exitCode).toBe(0);
    expect(finished.of("CompleteLifecycleAction")).toMatchObject([{ LifecycleHookName: name }]);
  },
);

const metadataOff = { AWS_EC2_METADATA_DISABLED: "true" };

test.concurrent.each<[string, Actions, string[], Record<string, string>, number, RegExp]>([
  [
    "several hooks fit",
    { hooks: [{ name: "drain" }, { name: "flush" }] },
    [],
    {},
    255,
    /drain, flush.*--lifecycle-hook-name/,
  ],
  ["no hook fits", { hooks: [{ name: "x", transition: "LAUNCHING" }] }, [], {}, 255, /no hook.*--lifecycle-hook-name/],
  ["only CodeDeploy's fits", { hooks: [{ name: "CodeDeploy-managed-automatic-x" }] }, [], {}, 255, /no hook/],
  ["metadata is disabled", {}, [], metadataOff, 255, /--instance-id.*AWS_EC2_METADATA_DISABLED/],
  ["it is not on an instance", { metadata: () => null }, [], {}, 255, /--instance-id is not given.*metadata/],
  ["the instance is in no group", { state: null }, [], {}, 255, /i-0abc is in no Auto Scaling group/],
  ["heartbeats are not permitted", { heartbeat: () => denied }, named, {}, 255, /AccessDenied/],
  ["hooks cannot be described", { describeHooks: () => denied }, [], {}, 255, /AccessDenied[^]*--lifecycle-hook-name/],
  [
    "there is no action",
    { heartbeat: () => inactive },
    [...named, "--cli-command-wait", "5"],
    {},
    255,
    /No active Lifecycle Action found[^]*within 5 seconds/,
  ],
  [
    "it does not wait",
    { state: "InService" },
    ["--cli-command-wait", "10"],
    {},
    255,
    /The instance is InService\.[^]*within 10 seconds/,
  ],
  [
    "a result is given",
    {},
    [...named, "--lifecycle-action-result", "CONTINUE"],
    {},
    2,
    /--lifecycle-action-result: not allowed/,
  ],
  [
    "only a token is given",
    {},
    ["--lifecycle-action-token", "0".repeat(36)],
    {},
    2,
    /required: --lifecycle-hook-name, --auto-scaling-group-name/,
  ],
  ["a name is empty", {}, ["--auto-scaling-group-name", ""], {}, 255, /--auto-scaling-group-name is empty/],
])("where %s the command is not started", async (_, actions, options, env, exitCode, message) => {
  const finished = await run({ actions, options, words: ["echo", "started"], env });
  expect(finished).toMatchObject({ exitCode, stdout: "" });
  expect(finished.stderr).toMatch(message);
  if (exitCode === 255 && !/is empty/.test(finished.stderr)) expect(finished.stderr).toMatch(notStarted);
  expect(completions(finished)).toEqual([]);
});

test.concurrent("with a token nothing is looked for but the hook", async () => {
  const token = "01234567-0123-0123-0123-0123456789ab";
  const options = [...named.slice(0, 4), "--lifecycle-action-token", token];
  const finished = await run({ options });
  expect(finished.exitCode).toBe(0);
  expect(finished.of("DescribeAutoScalingInstances")).toEqual([]);
  const [completion] = finished.of("CompleteLifecycleAction");
  expect(completion).toEqual({
    LifecycleHookName: "drain",
    AutoScalingGroupName: "workers",
    LifecycleActionToken: token,
    LifecycleActionResult: "CONTINUE",
  });
});

test.concurrent.each<[string, Actions, string[]]>([
  ["the service says so", { heartbeat: (_, nth) => (nth < 4 ? inactive : undefined) }, named],
  ["its state says so", { state: (nth) => (nth < 4 ? "Terminating" : "Terminating:Wait") }, []],
  [
    "calls are throttled",
    { heartbeat: (_, nth) => (nth < 4 ? { error: ["Throttling", "Rate exceeded"] } : undefined) },
    named,
  ],
])("an action that is not active yet is tried again: %s", async (_, actions, options) => {
  const finished = await run({ actions, options });
  expect(finished.exitCode).toBe(0);
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent("without a command, the result is required as in aws-cli", async () => {
  const finished = await runScene({ argv: operation, scene: actionScene() });
  expect(finished.exitCode).toBe(2);
  expect(finished.stderr).toMatch(
    "required: --lifecycle-hook-name, --auto-scaling-group-name, --lifecycle-action-result",
  );
});
