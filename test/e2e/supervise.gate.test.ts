import { expect, test } from "@jest/globals";
import { runScene, type Reply, type Scene, type SceneFinished, type SceneRun } from "../support/scene";

/** A deployment in a scene. Functions get the number of the call. */
interface Deployment {
  readonly status: (nth: number) => string;
  /** What the events of its targets are. */
  readonly events?: (nth: number) => object[];
  readonly onList?: Reply;
  /** Its group's limit in minutes. */
  readonly minutes?: number;
  readonly onTimeout?: string;
  readonly onContinue?: (nth: number) => Reply | undefined;
}

interface GateRun extends Omit<SceneRun, "argv" | "scene"> {
  readonly deployment: Deployment;
  readonly options?: readonly string[];
  readonly words?: readonly string[];
}

function run({ deployment, options = [], words = ["true"], env, ...rest }: GateRun): Promise<SceneFinished> {
  const argv = ["deploy", "continue-deployment", "--deployment-id", "d-1", ...options, "--", ...words];
  const speed = { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "50", ...env };
  return runScene({ argv, scene: sceneOf(deployment), env: speed, ...rest });
}

function sceneOf({ status, events = () => [], onList, minutes, onTimeout, onContinue }: Deployment): Scene {
  const deploymentReadyOption = { actionOnTimeout: onTimeout ?? "STOP_DEPLOYMENT", waitTimeInMinutes: minutes };
  return {
    operations: {
      GetDeployment: (_, nth) => ({
        json: {
          deploymentInfo: {
            deploymentId: "d-1",
            status: status(nth),
            ...(/Failed|Stopped/.test(status(nth)) && {
              errorInformation: { code: "HEALTH_CONSTRAINTS", message: "too few healthy hosts" },
            }),
            ...(minutes !== undefined && { blueGreenDeploymentConfiguration: { deploymentReadyOption } }),
          },
        },
      }),
      ListDeploymentTargets: () => onList ?? { json: { targetIds: ["i-1"] } },
      BatchGetDeploymentTargets: (_, nth) => ({
        json: {
          deploymentTargets: [
            {
              deploymentTargetType: "InstanceTarget",
              instanceTarget: { targetId: "i-1", lifecycleEvents: events(nth) },
            },
          ],
        },
      }),
      ContinueDeployment: (_, nth) => onContinue?.(nth) ?? { json: {} },
      StopDeployment: () => ({ json: { status: "Succeeded" } }),
    },
  };
}

/** The calls that change something. */
function changes({ calls }: SceneFinished) {
  return calls.filter(({ operation }) => /^(Continue|Stop)/.test(operation));
}

const ready = (): string => "Ready";
const moved = (): object[] => [
  { lifecycleEventName: "Install", status: "Succeeded" },
  { lifecycleEventName: "AllowTraffic", status: "Succeeded" },
];
const toMove = (): object[] => [
  { lifecycleEventName: "Install", status: "Succeeded" },
  { lifecycleEventName: "AllowTraffic", status: "Pending" },
];
const termination = ["--deployment-wait-type", "TERMINATION_WAIT"];
const continued = { operation: "ContinueDeployment", input: { deploymentId: "d-1" } };
const stopped = { operation: "StopDeployment", input: { deploymentId: "d-1", autoRollbackEnabled: true } };
const sh = (script: string): string[] => ["sh", "-c", script];

test.concurrent.each<[string, string[], string[], object[], number, string]>([
  ["exit 0", [], sh("exit 0"), [continued], 0, "continued the deployment: sh exited with 0"],
  ["exit 3", [], sh("exit 3"), [stopped], 3, "stopped the deployment, with rollback: sh exited with 3"],
  ["a crash", [], sh("kill -SEGV $$"), [stopped], 139, "stopped the deployment, with rollback: sh was ended"],
  ["its time", ["--cli-command-timeout", "1"], ["sleep", "9"], [stopped], 124, "stopped the deployment, with"],
  ["exit 3, and none", ["--cli-command-failure", "none"], sh("exit 3"), [], 3, "nothing was sent: sh exited with 3"],
])("%s decides how the deployment goes on", async (_, options, words, sent, exitCode, line) => {
  const finished = await run({ deployment: { status: ready }, options, words });
  expect(finished).toMatchObject({ exitCode, left: [] });
  expect(changes(finished)).toEqual(sent);
  expect(finished.stderr).toMatch(`aws-lifecycle-hooks: ${line}`);
});

test.concurrent.each(["READY_WAIT", "TERMINATION_WAIT"])("the wait type %s goes with the call", async (type) => {
  const finished = await run({ deployment: { status: ready }, options: ["--deployment-wait-type", type] });
  expect(changes(finished)).toEqual([{ ...continued, input: { deploymentId: "d-1", deploymentWaitType: type } }]);
});

test.concurrent("a deployment is waited for until it is ready", async () => {
  const status = (nth: number): string => ["Created", "Queued", "InProgress"][nth - 1] ?? "Ready";
  const finished = await run({ deployment: { status }, words: sh("echo $DEPLOYMENT_ID") });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "d-1\n" });
  expect(changes(finished)).toEqual([continued]);
});

test.concurrent.each<[string, Deployment, string[], RegExp]>([
  [
    "that fails",
    { status: (nth) => (nth < 3 ? "InProgress" : "Failed") },
    [],
    /is Failed \(HEALTH_CONSTRAINTS: too few/,
  ],
  ["that was stopped", { status: () => "Stopped" }, [], /The deployment is Stopped/],
  ["that is over", { status: () => "Succeeded" }, [], /The deployment is Succeeded\./],
  [
    "that takes too long",
    { status: () => "InProgress" },
    ["--cli-command-wait", "1"],
    /within 1 second: it is InProgress/,
  ],
  ["whose traffic has moved", { status: ready, events: moved }, [], /traffic has moved already/],
  [
    "whose traffic has moved, with READY_WAIT",
    { status: ready, events: moved },
    ["--deployment-wait-type", "READY_WAIT"],
    /traffic has moved already/,
  ],
  ["whose group does not wait long enough", { status: ready, minutes: 1 }, [], /does not wait long enough/],
])("for a deployment %s the command is not started", async (_, deployment, options, message) => {
  const finished = await run({ deployment, options, words: ["echo", "started"] });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
  expect(finished.stderr).toMatch(message);
  expect(finished.stderr).toMatch(/The command was not started\.\n$/);
  expect(changes(finished)).toEqual([]);
});

test.concurrent("with TERMINATION_WAIT, a deployment is waited for until its traffic has moved", async () => {
  const events = (nth: number): object[] => (nth < 4 ? toMove() : moved());
  const finished = await run({ deployment: { status: ready, events }, options: termination });
  expect(finished.exitCode).toBe(0);
  expect(finished.of("BatchGetDeploymentTargets")).toHaveLength(4);
  expect(finished.stderr.match(/the deployment waits, but its traffic has not moved yet/g)).toHaveLength(1);
  expect(changes(finished)).toHaveLength(1);
});

test.concurrent(
  "with TERMINATION_WAIT, traffic that does not move in time keeps the command from being started",
  async () => {
    const options = [...termination, "--cli-command-wait", "12"];
    const deployment = { status: ready, events: toMove };
    const finished = await run({ deployment, options, words: ["echo", "started"] });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
    expect(finished.stderr).toMatch("within 12 seconds: its traffic has not moved yet. The command was not started.");
  },
);

test.concurrent("with TERMINATION_WAIT, traffic that no target shows is said, and the deployment goes on", async () => {
  const finished = await run({ deployment: { status: ready }, options: termination });
  expect(finished.exitCode).toBe(0);
  expect(finished.stderr).toMatch("whether its traffic has moved could not be checked: no target shows it\n");
  expect(changes(finished)).toHaveLength(1);
});

test.concurrent(
  "with TERMINATION_WAIT, traffic that may not be looked at is said, and the deployment goes on",
  async () => {
    const onList: Reply = { error: ["AccessDeniedException", "You may not"] };
    const finished = await run({ deployment: { status: ready, onList }, options: termination });
    expect(finished.exitCode).toBe(0);
    expect(finished.stderr).toMatch(
      /whether its traffic has moved could not be checked: .*AccessDeniedException.*: You may not\n/,
    );
    expect(changes(finished)).toHaveLength(1);
  },
);

test.concurrent("with READY_WAIT, traffic that may not be looked at keeps the command from being started", async () => {
  const onList: Reply = { error: ["AccessDeniedException", "You may not"] };
  const finished = await run({ deployment: { status: ready, onList }, words: ["echo", "started"] });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
  expect(finished.stderr).toMatch("AccessDeniedException");
});

test.concurrent.each<[string, Partial<Deployment>, string[], number, number]>([
  ["its group stops it", { minutes: 30 }, [], 1700, 1760],
  ["its group continues it", { minutes: 30, onTimeout: "CONTINUE_DEPLOYMENT" }, [], 3300, 3300],
  ["it has moved", { minutes: 30, events: moved }, termination, 3300, 3300],
  ["less is asked for", { minutes: 30 }, ["--cli-command-timeout", "60"], 60, 60],
])("the command's time where %s", async (_, deployment, options, least, most) => {
  const env = { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" };
  const finished = await run({ deployment: { status: ready, ...deployment }, options, env });
  const seconds = Number(/running true, (\d+) seconds at most/.exec(finished.stderr)?.[1]);
  expect(seconds).toBeGreaterThanOrEqual(least);
  expect(seconds).toBeLessThanOrEqual(most);
});

test.concurrent("a deployment that ends while the command runs stops it, and nothing is sent", async () => {
  const status = (nth: number): string => (nth < 3 ? "Ready" : "Failed");
  const finished = await run({ deployment: { status }, words: sh("echo started; sleep 30; echo done") });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "started\n", left: [] });
  expect(finished.stderr).toMatch(/The deployment is Failed \(.*\)\. Nothing was sent: sh was stopped after/);
  expect(changes(finished)).toEqual([]);
});

test.concurrent.each<[NodeJS.Signals, number]>([
  ["SIGTERM", 143],
  ["SIGINT", 130],
])("%s while the command runs is no go", async (signal, exitCode) => {
  const finished = await run({
    deployment: { status: ready },
    words: sh("echo ready; sleep 30"),
    during: async ({ child, seen }) => {
      await seen("ready");
      child.kill(signal);
    },
  });
  expect(finished).toMatchObject({ exitCode, left: [] });
  expect(changes(finished)).toEqual([stopped]);
});

test.concurrent("a signal while the deployment is waited for sends nothing", async () => {
  const finished = await run({
    deployment: { status: () => "InProgress" },
    during: async ({ child, called }) => {
      await called("GetDeployment", 3);
      child.kill("SIGTERM");
    },
  });
  expect(finished.exitCode).toBe(143);
  expect(changes(finished)).toEqual([]);
});

test.concurrent("a deployment that somebody else continued is no success of this run", async () => {
  const onContinue = (): Reply => ({ error: ["DeploymentIsNotInReadyStateException", "it is not"] });
  const finished = await run({ deployment: { status: ready, onContinue } });
  expect(finished.exitCode).toBe(255);
  expect(finished.stderr).toMatch("The deployment no longer waits");
});

test.concurrent("looks that fail for a while are not the end", async () => {
  const status = (nth: number): string => (nth < 4 ? "InProgress" : "Ready");
  const answers = [{ status: 503 }, { reset: true }, { close: true }];
  const finished = await run({ deployment: { status }, answers });
  expect(finished.exitCode).toBe(0);
  expect(changes(finished)).toEqual([continued]);
});
