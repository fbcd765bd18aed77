import { model } from "../../models/autoscaling/record-lifecycle-action-heartbeat";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling record-lifecycle-action-heartbeat`; API reference: RecordLifecycleActionHeartbeat. */
export const recordLifecycleActionHeartbeat = declare(autoScaling, model, {
  summary: "Gives an instance that waits at a lifecycle hook more time.",
  description: [
    "The wait starts anew with the hook's heartbeat timeout. However many heartbeats there are, it ends after 48 hours, or after 100 times the timeout if that is sooner. Give the instance's id or the action's token.",
  ],
  about: {
    LifecycleHookName: "The name of the hook.",
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleActionToken:
      "The token of the action, from the message that the hook sent. It or the instance's id says which action is meant.",
    InstanceId: "The instance that waits, such as i-0123456789abcdef0. It or the token says which action is meant.",
  },
  examples: [
    {
      about: "Ask for more time",
      line: "autoscaling record-lifecycle-action-heartbeat --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --instance-id i-0123456789abcdef0",
    },
  ],
});
