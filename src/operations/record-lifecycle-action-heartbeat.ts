import { model } from "../../models/autoscaling/record-lifecycle-action-heartbeat";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling record-lifecycle-action-heartbeat`; API reference: RecordLifecycleActionHeartbeat. */
export const recordLifecycleActionHeartbeat = declare(autoScaling, model, {
  summary: "Gives an instance that waits at a lifecycle hook more time.",
  description: [
    "Each heartbeat restarts the hook's heartbeat timeout. In all, an action lasts 48 hours or 100 timeouts, whichever is less. Give the instance's id or the action's token.",
  ],
  about: {
    LifecycleHookName: "The name of the hook.",
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleActionToken:
      "The token of the action, from the message that the hook sent. Give it, or the instance's id, to name the action.",
    InstanceId:
      "The instance that waits, such as i-0123456789abcdef0. Give it, or the action's token, to name the action.",
  },
  examples: [
    {
      about: "Ask for more time",
      line: "autoscaling record-lifecycle-action-heartbeat --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --instance-id i-0123456789abcdef0",
    },
  ],
});
