import { actionScene, denied, inactive, type Actions } from "../actions";
import { answerIn, type Scene } from "../scene";
import type { ScriptedAnswer } from "../script";
import { callTo, withEnv, type Fault, type FaultRun, type World } from "./fault";

const hook =
  "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --lifecycle-event-hook-execution-id e-1";
const action = "autoscaling complete-lifecycle-action --instance-id i-0abc --cli-command-heartbeat 5";
const gate = "deploy continue-deployment --deployment-id d-1";
const sh = (script: string): string[] => ["sh", "-c", script];

/** A run of a command at an address, with the services' time twenty times as fast. */
function commandAt(url: string, words: string, command: readonly string[]): FaultRun {
  const run = withEnv(callTo(url), { AWS_ENDPOINT_URL: url, AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "20" });
  return { ...run, argv: [...words.split(" "), "--", ...command] };
}

const yes: ScriptedAnswer = { body: '{"lifecycleEventHookExecutionId":"e-1"}' };
const over: ScriptedAnswer = {
  status: 400,
  body: '{"__type":"LifecycleEventAlreadyCompletedException","message":"it is over"}',
};

/** A hook whose report gets these answers, one after the other; the last one stays. */
function reported(command: readonly string[], ...answers: ScriptedAnswer[]) {
  return async (world: World): Promise<FaultRun> => {
    const last = answers.at(-1);
    const script = last ? [...answers.slice(0, -1), { ...last, repeat: true }] : [];
    return commandAt((await world.service(script)).url, hook, command);
  };
}

function inScene(words: string, scene: Scene, command: readonly string[], ...answers: ScriptedAnswer[]) {
  return async (world: World): Promise<FaultRun> =>
    commandAt((await world.service(answers, { fallback: answerIn(scene) })).url, words, command);
}

const acting = (actions: Actions, ...answers: ScriptedAnswer[]) =>
  inScene(action, actionScene({ hooks: [{ name: "drain", timeout: 60 }], ...actions }), ["sleep", "2"], ...answers);

const fault = (name: string, prepare: Fault["prepare"], says: RegExp, more: Partial<Fault> = {}): Fault => ({
  name,
  subject: "Commands after --",
  prepare,
  ends: "refused",
  says,
  onlyOurs: true,
  needs: ["sh"],
  ...more,
});

const told = (name: string, prepare: Fault["prepare"], says: RegExp, more: Partial<Fault> = {}): Fault =>
  fault(name, prepare, says, { ends: "told", ...more });

const notYet =
  (run: ReturnType<typeof reported>, exit: number) =>
  async (world: World): Promise<FaultRun> => ({
    ...(await run(world)),
    exit,
  });

const beat = "RecordLifecycleActionHeartbeat";
const isYes = {
  on: beat,
  body: `<${beat}Response><${beat}Result/><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></${beat}Response>`,
};
const broken: ScriptedAnswer = { on: beat, reset: true };

const namespace = [
  "unshare",
  ...(process.getuid?.() === 0 ? [] : ["--map-root-user"]),
  "--pid",
  "--fork",
  "--mount-proc",
];

/** The faults while a command after `--` decides. */
export const commandFaults: readonly Fault[] = [
  fault(
    "the hook was over before the first report",
    reported(["true"], over),
    /LifecycleEventAlreadyCompleted|already/,
  ),
  told(
    "the hook is over after a report without an answer",
    reported(["true"], { reset: true }, over),
    /reported Succeeded/,
  ),
  told(
    "the report is throttled and refused for a while",
    reported(["true"], { status: 503 }, { status: 429 }, yes),
    /reported Succeeded/,
  ),
  told("the report's connection is reset", notYet(reported(sh("exit 3"), { reset: true }, yes), 3), /reported Failed/),
  fault("the answer has no id", reported(["true"], { body: "{}" }), /could not be made/, { isSlow: true }),
  fault(
    "the answer has another hook's id",
    reported(["true"], { body: '{"lifecycleEventHookExecutionId":"e-2"}' }),
    /could not be made/,
    { isSlow: true },
  ),
  fault(
    "the report is not permitted",
    reported(["true"], { status: 400, body: '{"__type":"AccessDeniedException"}' }),
    /could not be made/,
  ),
  told(
    "signal 34 ends the command, which Node cannot tell from exit code 0",
    reported(sh("kill -34 $$"), yes),
    /exited with 0/,
  ),
  told(
    "heartbeats are throttled",
    acting({ heartbeat: (_, nth) => (nth % 2 === 0 ? { error: ["Throttling", "Rate exceeded"] } : undefined) }),
    /completed with CONTINUE/,
  ),
  told("connections of heartbeats are reset", acting({}, isYes, broken, broken), /completed with CONTINUE/),
  fault(
    "the action is gone while the command runs",
    acting({ heartbeat: (_, nth) => (nth > 1 ? inactive : undefined), complete: () => inactive }),
    /No active Lifecycle Action|over/,
  ),
  fault("no action is active", acting({ heartbeat: () => inactive }), /No active Lifecycle Action found/),
  fault("heartbeats are not permitted", acting({ heartbeat: () => denied }), /AccessDenied/),
  told(
    "the hook cannot be described",
    inScene(
      `${action} --auto-scaling-group-name g --lifecycle-hook-name drain`,
      actionScene({ describeHooks: () => denied }),
      ["true"],
    ),
    /completed with CONTINUE/,
  ),
  fault(
    "the deployment ends while the gate's command runs",
    inScene(
      gate,
      {
        operations: {
          GetDeployment: (_, nth) => ({ json: { deploymentInfo: { status: nth < 3 ? "Ready" : "Failed" } } }),
        },
      },
      ["sleep", "30"],
    ),
    /Failed/,
  ),
  fault(
    "the deployment never waits",
    inScene(
      `${gate} --cli-command-wait 10`,
      {
        operations: { GetDeployment: () => ({ json: { deploymentInfo: { status: "InProgress" } } }) },
      },
      ["true"],
    ),
    /within 10 seconds/,
  ),
  fault(
    "the keys end while the command runs",
    async (world) =>
      withEnv(await reported(["sleep", "9"], yes)(world), {
        AWS_SESSION_TOKEN: "token-session",
        AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + 8000).toISOString(),
      }),
    /could not be made/,
  ),
  told(
    "as the first process of a container, with orphans",
    async (world) => ({
      ...(await reported(sh("(sleep 0.1 &); sleep 0.3"), yes)(world)),
      shell: `exec ${namespace.join(" ")} --kill-child "$@"`,
    }),
    /reported Succeeded/,
    { needs: ["sh", "unshare"] },
  ),
];
