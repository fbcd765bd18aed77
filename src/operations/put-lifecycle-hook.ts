import { model } from "../../models/autoscaling/put-lifecycle-hook";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling put-lifecycle-hook`; API reference: PutLifecycleHook. */
export const putLifecycleHook = declare(autoScaling, model, {
  summary: "Creates or updates a lifecycle hook of an EC2 Auto Scaling group.",
  description: [
    "A lifecycle hook holds an instance of the group while it launches or terminates, so that you can work on it first. The wait ends when the action is completed. It also ends when the heartbeat timeout is over: then the default result applies.",
    "If the group has a hook of that name, the command updates it: every value that is not given stays. A new hook needs a lifecycle transition. A group has 50 hooks at most.",
  ],
  about: {
    LifecycleHookName: "The name of the hook, unique in its group.",
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleTransition: "When the hook acts: as instances launch, or as they terminate. Needed for a new hook.",
    RoleARN:
      "The role that lets the group publish to the notification target. Only a target that is an SNS topic or an SQS queue needs one.",
    NotificationTargetARN:
      "The SNS topic or SQS queue that gets a message for each instance that waits. The service sends a test message to a new target. An empty string removes the target.",
    NotificationMetadata: "Text that is added to every message to the notification target.",
    HeartbeatTimeout: "How many seconds an instance waits before the default result applies. 3600 unless it is set.",
    DefaultResult: "What happens to the instance when the wait runs out or fails. ABANDON unless it is set.",
  },
  limits: {
    LifecycleTransition: { values: ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"] },
    HeartbeatTimeout: { min: 30, max: 7200 },
    DefaultResult: { values: ["CONTINUE", "ABANDON"] },
  },
  passRoleWith: "RoleARN",
  examples: [
    {
      about: "Hold launching instances for up to five minutes",
      line: "autoscaling put-lifecycle-hook --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --lifecycle-transition autoscaling:EC2_INSTANCE_LAUNCHING --heartbeat-timeout 300 --default-result CONTINUE",
    },
    {
      about: "Change only the timeout of a hook that exists",
      line: "autoscaling put-lifecycle-hook --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --heartbeat-timeout 600",
    },
  ],
});
