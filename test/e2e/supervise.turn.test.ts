import { expect, test } from "@jest/globals";
import { actionScene, denied, inactive, type Actions } from "../support/actions";
import { runScene, type Reply, type Scene, type SceneFinished, type SceneRun } from "../support/scene";

const target = "autoscaling/target-lifecycle-state";

interface TurnRun extends Omit<SceneRun, "argv" | "scene"> {
  readonly when: string;
  readonly actions?: Actions;
  readonly options?: readonly string[];
  readonly words?: readonly string[];
}

function run({ when, actions, options = [], words = ["echo", "started"], ...rest }: TurnRun): Promise<SceneFinished> {
  const argv = ["autoscaling", "complete-lifecycle-action", "--cli-command-when", when, ...options, "--", ...words];
  return runScene({ argv, scene: actionScene(actions), env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "50" }, ...rest });
}

/** Metadata whose paths have these texts, by the number of the question; the last one stays. */
function metadata(
  paths: Readonly<Record<string, readonly (string | null | undefined)[]>>,
): NonNullable<Scene["metadata"]> {
  return (path, nth) => {
    if (path === "instance-id") return "i-0abc";
    const texts = paths[path] ?? [];
    return texts[Math.min(nth, texts.length) - 1];
  };
}

const completions = ({ of }: SceneFinished): unknown[] =>
  of("CompleteLifecycleAction").map(({ LifecycleActionResult }) => LifecycleActionResult);

test.concurrent.each(["Terminated", "Warmed:Terminated"])("terminating waits for the target %s", async (state) => {
  const paths = metadata({ [target]: [undefined, "InService", null, "InService", state] });
  const finished = await run({ when: "terminating", actions: { metadata: paths } });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent("after the target the action may still be far", async () => {
  const finished = await run({
    when: "terminating",
    actions: {
      metadata: metadata({ [target]: ["Terminated"] }),
      state: (nth) => (nth < 5 ? "InService" : nth < 8 ? "Terminating" : "Terminating:Wait"),
      heartbeat: (_, nth) => (nth < 3 ? inactive : undefined),
    },
  });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent.each([
  ["InService", "Pending:Wait"],
  ["Warmed:Stopped", "Warmed:Pending:Wait"],
])("launching waits for the target %s", async (goal, state) => {
  const hooks = [{ name: "launch", transition: "LAUNCHING" }] as const;
  const finished = await run({
    when: "launching",
    actions: { metadata: metadata({ [target]: [undefined, goal] }), state, hooks },
  });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  expect(completions(finished)).toEqual(["CONTINUE"]);
});

test.concurrent.each<[string, Actions["state"]]>([
  ["at once", "InService"],
  ["after a while", (nth) => (nth < 4 ? "Pending" : "InService")],
])("an instance that is in service has no launch to complete: %s", async (_, state) => {
  const finished = await run({
    when: "launching",
    actions: { metadata: metadata({ [target]: ["InService"] }), ...(state !== undefined && { state }) },
  });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "" });
  expect(finished.stderr).toMatch(
    "the instance is InService: there is no lifecycle action to complete; the command was not started\n",
  );
  expect(completions(finished)).toEqual([]);
});

test.concurrent.each<[string, Actions, string[]]>([
  ["nothing to complete", { state: "InService" }, []],
  ["nothing active", { heartbeat: () => inactive }, []],
  ["an action", {}, ["ABANDON"]],
])("a spot interruption starts the command, with %s", async (_, actions, completed) => {
  const paths = metadata({
    [target]: ["InService"],
    "spot/instance-action": [undefined, undefined, '{"action":"terminate"}'],
  });
  const words = ["sh", "-c", "echo started; exit 3"];
  const finished = await run({ when: "terminating,spot", actions: { ...actions, metadata: paths }, words });
  expect(finished).toMatchObject({ exitCode: 3, stdout: "started\n" });
  expect(completions(finished)).toEqual(completed);
  if (completed.length === 0)
    expect(finished.stderr).toMatch(/no lifecycle action to complete \(.*\): sh exited with 3/);
});

const throttled: Reply = { error: ["Throttling", "Rate exceeded"] };

test.concurrent.each<[string, (nth: number) => boolean, string[], RegExp]>([
  ["for a while", (nth) => nth < 3, ["CONTINUE"], /completed with CONTINUE/],
  ["for long", () => true, [], /no lifecycle action completed, as none could be looked for \(.*Rate exceeded\): echo/],
])("at a spot interruption, heartbeats that fail %s are tried again", async (_, fails, completed, line) => {
  const paths = metadata({ [target]: ["InService"], "spot/instance-action": ['{"action":"terminate"}'] });
  const heartbeat: Actions["heartbeat"] = (_input, nth) => (fails(nth) ? throttled : undefined);
  const finished = await run({ when: "terminating,spot", actions: { heartbeat, metadata: paths } });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  expect(completions(finished)).toEqual(completed);
  expect(finished.stderr).toMatch(line);
});

test.concurrent.each(["Terminated", "Warmed:Terminated"])(
  "launching waits for no instance that is %s",
  async (state) => {
    const finished = await run({
      when: "launching",
      actions: { metadata: metadata({ [target]: ["Standby", state] }) },
    });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
    expect(finished.stderr).toMatch(
      `--cli-command-when launching waits in vain: the instance's target lifecycle state is ${state}. The command was not`,
    );
    expect(finished.calls).toEqual([]);
  },
);

test.concurrent.each(["Standby", "Detached"])("launching waits while an instance is %s, and says so", async (state) => {
  const hooks = [{ name: "launch", transition: "LAUNCHING" }] as const;
  const paths = metadata({ [target]: [state, state, "InService"] });
  const finished = await run({ when: "launching", actions: { metadata: paths, state: "Pending:Wait", hooks } });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  const lines = finished.stderr.match(/the instance's target lifecycle state is .*; waiting goes on/g);
  expect(lines).toEqual([`the instance's target lifecycle state is ${state}; waiting goes on`]);
});

test.concurrent("metadata that fails again and again is told once, and waited for", async () => {
  const paths = metadata({ [target]: [null, null, null, null, null, "Terminated"] });
  const finished = await run({ when: "terminating", actions: { metadata: paths } });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  const lines = finished.stderr.match(/instance metadata fails.*/g);
  expect(lines).toEqual(["instance metadata fails (instance metadata answered 503); waiting goes on"]);
});

const two = [{ name: "drain" }, { name: "backup" }];

test.concurrent.each<[string, Actions, RegExp]>([
  ["the instance is in no group", { state: null }, /\(The instance i-0abc is in no Auto Scaling group, and --auto/],
  [
    "several hooks fit",
    { hooks: two },
    /\(Several hooks fit .*: drain, backup\. Say which with --lifecycle-hook-name\.\)/,
  ],
  [
    "it may not look for hooks",
    { describeHooks: () => denied },
    /\(The hook cannot be found, .* given\. .*not authorized\)/,
  ],
  [
    "it may not send heartbeats",
    { heartbeat: () => denied },
    /\(The lifecycle action cannot be kept alive\. .*not auth/,
  ],
])("at a spot interruption the command runs, though %s", async (_, actions, why) => {
  const paths = metadata({ [target]: ["InService"], "spot/instance-action": ['{"action":"terminate"}'] });
  const words = ["sh", "-c", "echo started; exit 3"];
  const finished = await run({ when: "terminating,spot", actions: { ...actions, metadata: paths }, words });
  expect(finished).toMatchObject({ exitCode: 3, stdout: "started\n" });
  expect(completions(finished)).toEqual([]);
  expect(finished.stderr).toMatch(/no lifecycle action completed \(.*\): sh exited with 3 after/);
  expect(finished.stderr).toMatch(why);
  expect(finished.stderr).not.toMatch("The command was not started");
});

test.concurrent.each<[string, Actions]>([
  ["the instance is in no group", { state: null }],
  ["several hooks fit", { hooks: two }],
])("with no spot interruption it is refused that %s", async (_, actions) => {
  const paths = metadata({ [target]: ["InService", "Terminated"] });
  const finished = await run({ when: "terminating,spot", actions: { ...actions, metadata: paths } });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
  expect(finished.stderr).toMatch(/The command was not started\.\n$/);
});

test.concurrent("a spot interruption starts the command while an action is waited for, too", async () => {
  const paths = metadata({
    [target]: ["Terminated"],
    "spot/instance-action": [undefined, undefined, undefined, '{"action":"terminate"}'],
  });
  const finished = await run({ when: "terminating,spot", actions: { state: "Terminating", metadata: paths } });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "started\n" });
  expect(finished.stderr).toMatch("no lifecycle action to complete (the instance is Terminating): echo exited with 0");
});

test.concurrent("an instance in no group is told as such where the group is given", async () => {
  const paths = metadata({ [target]: ["Terminated"] });
  const options = ["--auto-scaling-group-name", "workers"];
  const finished = await run({ when: "terminating", actions: { state: null, metadata: paths }, options });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
  expect(finished.stderr).toMatch("The instance i-0abc is in no Auto Scaling group. The command was not started.");
});

test.concurrent("SIGTERM while waiting is 143, and nothing is sent", async () => {
  const asked: string[] = [];
  const finished = await run({
    when: "terminating",
    actions: { metadata: (path) => (asked.push(path), path === "instance-id" ? "i-0abc" : "InService") },
    during: async ({ child }) => {
      while (asked.length < 4) await new Promise((resolve) => setTimeout(resolve, 20));
      child.kill("SIGTERM");
    },
  });
  expect(finished).toMatchObject({ exitCode: 143, stdout: "" });
  expect(finished.calls).toEqual([]);
});

test.concurrent("a turn needs metadata", async () => {
  const finished = await run({
    when: "terminating",
    options: ["--instance-id", "i-0abc"],
    env: { AWS_EC2_METADATA_DISABLED: "true" },
  });
  expect(finished.exitCode).toBe(255);
  expect(finished.stderr).toMatch(
    "--cli-command-when asks instance metadata, which AWS_EC2_METADATA_DISABLED forbids.",
  );
});

test.concurrent("a turn that there is not is a usage error", async () => {
  const finished = await run({ when: "spot" });
  expect(finished.exitCode).toBe(2);
  expect(finished.stderr).toMatch("argument --cli-command-when: Invalid choice");
});
