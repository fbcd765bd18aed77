import { model } from "../../models/autoscaling/complete-lifecycle-action";
import { declare } from "./declare";
import { autoScaling } from "./services";

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";
const terminating = "autoscaling:EC2_INSTANCE_TERMINATING";

/** The states in which an instance stays in a warm pool. */
const pooled = ["Warmed:Running", "Warmed:Stopped", "Warmed:Hibernated"];

/** The targets of an instance that terminates. */
const ended = ["Terminated", "Warmed:Terminated"];

/** The error that Auto Scaling answers both too early and too late. */
const inactive = { code: "ValidationError", message: "No active Lifecycle Action found" };

/** `autoscaling complete-lifecycle-action`; API reference: CompleteLifecycleAction. */
export const completeLifecycleAction = declare(autoScaling, model, {
  summary: "Ends an instance's wait at a lifecycle hook.",
  description: [
    "An instance that waits at a hook goes on as soon as its action is completed. It does not wait for the timeout. Give the instance's id or the action's token: without either, the service refuses the call.",
    "CONTINUE lets a launching instance go into service. ABANDON terminates it, and the group launches another. A terminating instance terminates after either; ABANDON skips its other hooks.",
  ],
  about: {
    LifecycleHookName: "The name of the hook.",
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleActionToken:
      "The token of the action, from the message that the hook sent. Give it, or the instance's id, to name the action.",
    LifecycleActionResult: "CONTINUE if the work at the hook succeeded, ABANDON if it failed.",
    InstanceId:
      "The instance that waits, such as i-0123456789abcdef0. Give it, or the action's token, to name the action.",
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
      sentence: "The lifecycle action is no longer active: somebody else completed it, or its time is over.",
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
        targets: { launching: ["InService", ...pooled], terminating: ended },
        over: { launching: ["InService", ...pooled] },
        never: { launching: ended },
        aside: { launching: ["Standby", "Detached"] },
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
      "The tool finds what is not given: the instance's id in instance metadata (version 2), the group with DescribeAutoScalingInstances, and with DescribeLifecycleHooks the hook that fits the instance's state. It ignores hooks that CodeDeploy manages. If several hooks fit, --lifecycle-hook-name must say which. With --lifecycle-action-token the tool looks for nothing, and group and hook must be given.",
      "A heartbeat before the start proves that the action is active and that all names, keys and permissions are right. If it is too early, the tool tries again for --cli-command-wait seconds. While the command runs, heartbeats keep the action alive. The tool repeats a heartbeat that fails, and never stops the command for it. An action lasts 48 hours or 100 heartbeat timeouts, whichever is less. The command's time ends before that.",
      "ABANDON has two meanings. A launching instance is terminated and replaced, so a fault that stays becomes a loop of launches. For a terminating instance, ABANDON ends the other hooks too, and the instance terminates as it does after CONTINUE. But if the group's lifecycle policy retains such instances (TerminateHookAbandon=retain), the instance stays and costs money. So hooks on termination often want --cli-command-failure CONTINUE.",
      "With --cli-command-when the tool looks at instance metadata and waits for the instance's turn, for as long as it takes: with terminating until Auto Scaling tells the instance to terminate, with launching until its launch. An instance that is in service already has no launch to complete. The exit code is then 0, and the command is not started. An instance that terminates already has none either: the exit code is then 255. terminating,spot also starts the command when EC2 announces the interruption of a Spot instance. If there is no action at that moment, or none can be found, the tool runs the command, completes no action and says why. A signal ends the wait, and nothing is sent.",
      "The command has the variables AUTO_SCALING_GROUP_NAME, LIFECYCLE_HOOK_NAME, INSTANCE_ID and LIFECYCLE_TRANSITION, if the tool knows them.",
      "It needs the permissions autoscaling:CompleteLifecycleAction and autoscaling:RecordLifecycleActionHeartbeat. To find what is not given, it needs autoscaling:DescribeAutoScalingInstances and autoscaling:DescribeLifecycleHooks. Without the last, it does not know the hook's timeout and sends a heartbeat every 15 seconds.",
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
