import { model } from "../../models/autoscaling/complete-lifecycle-action";
import { declare } from "./declare";
import { autoScaling } from "./services";

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";
const terminating = "autoscaling:EC2_INSTANCE_TERMINATING";

/** The states in which an instance stays in a warm pool. */
const pooled = ["Warmed:Running", "Warmed:Stopped", "Warmed:Hibernated"];

/** What Auto Scaling answers both too early and too late. */
const inactive = { code: "ValidationError", message: "No active Lifecycle Action found" };

/** `autoscaling complete-lifecycle-action`; API reference: CompleteLifecycleAction. */
export const completeLifecycleAction = declare(autoScaling, model, {
  summary: "Ends an instance's wait at a lifecycle hook.",
  description: [
    "An instance that waits at a hook goes on as soon as its action is completed, without waiting for the timeout. Give the instance's id or the action's token: without either the service refuses the call.",
    "CONTINUE lets a launching instance go into service. ABANDON ends it, and the group launches another. An instance that is to terminate goes on to terminate after both; ABANDON skips its other hooks.",
  ],
  about: {
    LifecycleHookName: "The name of the hook.",
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleActionToken:
      "The token of the action, from the message that the hook sent. It or the instance's id says which action is meant.",
    LifecycleActionResult: "How the instance goes on: CONTINUE if what was to be done is done, ABANDON if it failed.",
    InstanceId: "The instance that waits, such as i-0123456789abcdef0. It or the token says which action is meant.",
  },
  suggestions: { LifecycleActionResult: ["CONTINUE", "ABANDON"] },
  outcome: {
    member: "LifecycleActionResult",
    success: {
      values: { LifecycleActionResult: "CONTINUE" },
      did: "completed with CONTINUE",
      wouldHave: "It would have been completed with CONTINUE",
    },
    failure: {
      ABANDON: {
        values: { LifecycleActionResult: "ABANDON" },
        did: "completed with ABANDON",
        wouldHave: "It would have been completed with ABANDON",
      },
      CONTINUE: {
        values: { LifecycleActionResult: "CONTINUE" },
        did: "completed with CONTINUE",
        wouldHave: "It would have been completed with CONTINUE",
      },
    },
    needs: [],
    finds: ["LifecycleHookName", "AutoScalingGroupName", "InstanceId"],
    echoes: [],
    doneAlready: {
      errors: [inactive],
      sentence: "No lifecycle action is active any more: it was completed by somebody else, or its time is over.",
    },
    undone: "The lifecycle action could not be completed.",
    before: {
      kind: "action",
      wait: { now: 60, turn: 3600, every: 5 },
      token: "LifecycleActionToken",
      instance: { member: "InstanceId", metadata: "instance-id" },
      group: {
        member: "AutoScalingGroupName",
        look: { operation: "describe-auto-scaling-instances", input: { InstanceIds: ["InstanceId"] } },
        at: "AutoScalingInstances[].AutoScalingGroupName",
        state: "AutoScalingInstances[].LifecycleState",
      },
      hook: {
        member: "LifecycleHookName",
        look: {
          operation: "describe-lifecycle-hooks",
          input: { AutoScalingGroupName: "AutoScalingGroupName", LifecycleHookNames: ["LifecycleHookName"] },
        },
        at: "LifecycleHooks[]",
        name: "LifecycleHookName",
        transition: "LifecycleTransition",
        period: "HeartbeatTimeout",
        limit: "GlobalTimeout",
        foreign: "CodeDeploy-managed-automatic-",
      },
      transitions: [
        { state: "^Pending", of: [launching] },
        { state: "^(Warmed:)?Terminating", of: [terminating] },
        { state: ":Wait$", of: [launching, terminating] },
      ],
      waiting: ":Wait$",
      heartbeat: {
        operation: "record-lifecycle-action-heartbeat",
        takes: ["LifecycleHookName", "AutoScalingGroupName", "LifecycleActionToken", "InstanceId"],
        inactive,
        unknown: 15,
      },
      longest: { seconds: 48 * 3600, periods: 100 },
      turn: {
        every: 5,
        metadata: "autoscaling/target-lifecycle-state",
        targets: { launching: ["InService", ...pooled], terminating: ["Terminated", "Warmed:Terminated"] },
        over: { launching: ["InService", ...pooled] },
        notice: { word: "spot", with: "terminating", metadata: "spot/instance-action" },
      },
    },
    environment: {
      AUTO_SCALING_GROUP_NAME: "AutoScalingGroupName",
      LIFECYCLE_HOOK_NAME: "LifecycleHookName",
      INSTANCE_ID: "InstanceId",
      LIFECYCLE_TRANSITION: "LifecycleTransition",
    },
    help: [
      "What is not given is found: the instance's id in instance metadata (version 2), the group by DescribeAutoScalingInstances, and the hook by DescribeLifecycleHooks: the one whose transition fits the instance's state. Hooks that CodeDeploy manages are left out. If several fit, --lifecycle-hook-name must say which. With --lifecycle-action-token nothing is looked for, and group and hook must be given.",
      "A heartbeat before the start proves that the action is active and that all names, keys and permissions are right; if it is too early, it is tried again for --cli-command-wait seconds. While the command runs, heartbeats keep the action alive. A heartbeat that fails is tried again and never ends the command. An action lasts 48 hours or 100 heartbeat timeouts at most, whichever is less, and the command's time ends before that.",
      "ABANDON means different things. When an instance launches, it is terminated and replaced: a fault that stays becomes a loop of launches. When an instance terminates, ABANDON ends the other hooks too, and the instance terminates either way, unless the group's lifecycle policy retains it (TerminateHookAbandon=retain): then it is kept, and billed. Hooks on termination often want --cli-command-failure CONTINUE.",
      "With --cli-command-when the tool waits for the instance's turn, by its metadata, for as long as it takes: terminating for the time at which it is told to terminate, launching for its launch. An instance that is in service already has no launch to complete: the exit code is 0 and the command is not started. terminating,spot also starts the command when an interruption of a Spot instance is announced; if there is no action to complete then, none is. A signal while the tool waits ends it with nothing sent.",
      "The command has the variables AUTO_SCALING_GROUP_NAME, LIFECYCLE_HOOK_NAME, INSTANCE_ID and LIFECYCLE_TRANSITION, as far as they are known.",
      "It needs the permissions autoscaling:CompleteLifecycleAction and autoscaling:RecordLifecycleActionHeartbeat; to find what is not given, autoscaling:DescribeAutoScalingInstances and autoscaling:DescribeLifecycleHooks. Without the last, the hook's timeout is not known, and heartbeats are sent each 15 seconds.",
    ],
  },
  examples: [
    {
      about: "On an instance: let the command's end decide how it goes on",
      line: "autoscaling complete-lifecycle-action -- ./drain.sh",
    },
    {
      about: "Wait until the instance is told to terminate, then run the command under heartbeats",
      line: "autoscaling complete-lifecycle-action --lifecycle-hook-name drain --cli-command-when terminating --cli-command-failure CONTINUE -- ./drain.sh",
    },
    {
      about: "Let an instance go on",
      line: "autoscaling complete-lifecycle-action --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --lifecycle-action-result CONTINUE --instance-id i-0123456789abcdef0",
    },
  ],
});
