import { expect, test } from "@jest/globals";
import { runScene, type Reply, type SceneFinished, type SceneRun } from "../support/scene";

const arn = "arn:aws:ecs:us-east-1:123456789012:service-deployment/c/s/abc";

interface Hook {
  readonly hookId: string;
  readonly targetType?: string;
  readonly status?: string;
  readonly expiresAt?: number;
}

/** A service deployment in a scene. Functions get the number of the call. */
interface PauseRun extends Omit<SceneRun, "argv" | "scene"> {
  readonly hooks?: (nth: number) => readonly Hook[];
  readonly status?: (nth: number) => string;
  readonly onContinue?: () => Reply;
  readonly options?: readonly string[];
  readonly words?: readonly string[];
}

const inAnHour = (): number => Date.now() / 1000 + 3600;

function run({
  hooks,
  status,
  onContinue,
  options = [],
  words = ["true"],
  env,
  ...rest
}: PauseRun): Promise<SceneFinished> {
  const argv = ["ecs", "continue-service-deployment", "--service-deployment-arn", arn, ...options, "--", ...words];
  const scene = {
    operations: {
      DescribeServiceDeployments: (_: unknown, nth: number) => ({
        json: {
          serviceDeployments: [
            {
              serviceDeploymentArn: arn,
              status: status?.(nth) ?? "IN_PROGRESS",
              statusReason: "so it is",
              lifecycleStage: "POST_TEST_TRAFFIC_SHIFT",
              lifecycleHookDetails: (hooks?.(nth) ?? [{ hookId: "h-1" }]).map((hook) => ({
                targetType: "PAUSE",
                status: "AWAITING_ACTION",
                expiresAt: inAnHour(),
                ...hook,
              })),
            },
          ],
          failures: [],
        },
      }),
      ContinueServiceDeployment: () => onContinue?.() ?? { json: { serviceDeploymentArn: arn } },
    },
  };
  return runScene({ argv, scene, env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "50", ...env }, ...rest });
}

const answers = ({ of }: SceneFinished) => of("ContinueServiceDeployment");
const answer = (action: string, hookId = "h-1") => ({ serviceDeploymentArn: arn, hookId, action });
const sh = (script: string): string[] => ["sh", "-c", script];

test.concurrent.each<[string, string[], string[], object[], number]>([
  ["exit 0", [], sh("exit 0"), [answer("CONTINUE")], 0],
  ["exit 3", [], sh("exit 3"), [answer("ROLLBACK")], 3],
  ["a crash", [], sh("kill -SEGV $$"), [answer("ROLLBACK")], 139],
  ["its time", ["--cli-command-timeout", "1"], ["sleep", "9"], [answer("ROLLBACK")], 124],
  ["exit 3, and none", ["--cli-command-failure", "none"], sh("exit 3"), [], 3],
])("%s answers the hook that waits", async (_, options, words, sent, exitCode) => {
  const finished = await run({ options, words });
  expect(finished).toMatchObject({ exitCode, left: [] });
  expect(answers(finished)).toEqual(sent);
});

test.concurrent("the command has what it is about", async () => {
  const finished = await run({ words: sh("echo $SERVICE_DEPLOYMENT_ARN $HOOK_ID $LIFECYCLE_STAGE") });
  expect(finished.stdout).toBe(`${arn} h-1 POST_TEST_TRAFFIC_SHIFT\n`);
});

test.concurrent("a hook is waited for; those of functions, and those that are over, do not count", async () => {
  const others = [
    { hookId: "f", targetType: "AWS_LAMBDA" },
    { hookId: "old", status: "SUCCEEDED" },
  ];
  const finished = await run({ hooks: (nth) => (nth < 4 ? others : [...others, { hookId: "h-2" }]) });
  expect(finished.exitCode).toBe(0);
  expect(answers(finished)).toEqual([answer("CONTINUE", "h-2")]);
});

const two = () => [{ hookId: "h-1" }, { hookId: "h-2" }];

test.concurrent("of several hooks --hook-id picks one", async () => {
  const finished = await run({ hooks: two, options: ["--hook-id", "h-2"] });
  expect(answers(finished)).toEqual([answer("CONTINUE", "h-2")]);
});

test.concurrent.each<[string, Partial<PauseRun>, number, RegExp]>([
  ["several hooks wait", { hooks: two }, 255, /h-1, h-2\. Say which with --hook-id\./],
  ["it is over", { status: () => "SUCCESSFUL" }, 255, /is SUCCESSFUL \(so it is\)/],
  [
    "it has rolled back",
    { hooks: () => [], status: (nth) => (nth < 3 ? "IN_PROGRESS" : "ROLLBACK_SUCCESSFUL") },
    255,
    /is ROLLBACK_SUCCESSFUL \(so it is\)/,
  ],
  [
    "no hook waits",
    { hooks: () => [], options: ["--cli-command-wait", "12"] },
    255,
    /within 12 seconds: it is IN_PROGRESS/,
  ],
  [
    "the hook's time is nearly over",
    {
      hooks: () => [{ hookId: "h", expiresAt: Date.now() / 1000 + 20 }],
      env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" },
    },
    255,
    /does not wait long enough/,
  ],
  ["an action is given", { options: ["--action", "CONTINUE"] }, 2, /--action: not allowed/],
])("where %s the command is not started", async (_, given, exitCode, message) => {
  const finished = await run({ ...given, words: ["echo", "started"] });
  expect(finished).toMatchObject({ exitCode, stdout: "" });
  expect(finished.stderr).toMatch(message);
  expect(answers(finished)).toEqual([]);
});

test.concurrent("the command's time ends before the hook's, less grace and the last call", async () => {
  const hooks = () => [{ hookId: "h-1", expiresAt: Date.now() / 1000 + 1800 }];
  const finished = await run({ hooks, env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" } });
  const seconds = Number(/running true, (\d+) seconds at most/.exec(finished.stderr)?.[1]);
  expect(seconds).toBeGreaterThan(1700);
  expect(seconds).toBeLessThanOrEqual(1760);
});

test.concurrent("a signal while the command runs is a rollback", async () => {
  const finished = await run({
    words: sh("echo ready; sleep 30"),
    during: async ({ child, seen }) => {
      await seen("ready");
      child.kill("SIGTERM");
    },
  });
  expect(finished).toMatchObject({ exitCode: 143, left: [] });
  expect(answers(finished)).toEqual([answer("ROLLBACK")]);
});

test.concurrent.each<[string, Partial<PauseRun>, RegExp]>([
  [
    "whose hook somebody else answers",
    { hooks: (nth) => [{ hookId: "h-1", status: nth < 3 ? "AWAITING_ACTION" : "SUCCEEDED" }] },
    /The hook h-1 is SUCCEEDED\. Nothing was sent: sh was stopped after/,
  ],
  [
    "that ends",
    { status: (nth) => (nth < 3 ? "IN_PROGRESS" : "STOPPED") },
    /The service deployment is STOPPED \(so it is\)\. Nothing was sent: sh was stopped after/,
  ],
])("a deployment %s while the command runs stops it, and nothing is sent", async (_, given, message) => {
  const finished = await run({ ...given, words: sh("echo started; sleep 30; echo done") });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "started\n", left: [] });
  expect(finished.stderr).toMatch(message);
  expect(answers(finished)).toEqual([]);
});

test.concurrent("a pause that goes on does not stop the command, whatever becomes of others", async () => {
  const other = (nth: number): string => (nth < 3 ? "AWAITING_ACTION" : "FAILED");
  const hooks = (nth: number) => [{ hookId: "h-1" }, { hookId: "h-2", status: other(nth) }];
  const options = ["--hook-id", "h-1"];
  const finished = await run({
    hooks,
    options,
    words: sh("sleep 30"),
    during: async ({ child, called }) => {
      await called("DescribeServiceDeployments", 5);
      child.kill("SIGUSR1");
    },
  });
  expect(finished.exitCode).toBe(138);
  expect(answers(finished)).toEqual([answer("ROLLBACK")]);
});

const refused = (): Reply => ({ error: ["InvalidParameterException", "The hook takes no answer"] });

test.concurrent.each<[string, Partial<PauseRun>, string]>([
  [
    "somebody else has answered",
    { hooks: (nth) => [{ hookId: "h-1", status: nth < 2 ? "AWAITING_ACTION" : "FAILED" }] },
    "The hook h-1 is FAILED. (InvalidParameterException)",
  ],
  [
    "is over with its deployment",
    { status: (nth) => (nth < 2 ? "IN_PROGRESS" : "SUCCESSFUL") },
    "The service deployment is SUCCESSFUL (so it is). (InvalidParameterException)",
  ],
])("an answer to a hook that %s cannot be given by hand either", async (_, given, sentence) => {
  const finished = await run({ ...given, onContinue: refused, env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "1" } });
  expect(finished.exitCode).toBe(255);
  expect(finished.stderr).toMatch(sentence);
  expect(finished.stderr).toMatch("The answer would have been CONTINUE: true exited with 0");
  expect(finished.stderr).not.toMatch("by hand");
});

test.concurrent("an answer that is refused while the hook still waits is shown, to be given by hand", async () => {
  const finished = await run({ onContinue: refused });
  expect(finished.exitCode).toBe(255);
  expect(finished.stderr).toMatch(/To make it by hand:\n\n.*--hook-id h-1 --action CONTINUE/);
});
