import { model } from "../../models/autoscaling/complete-lifecycle-action";
import { declare } from "./declare";
import { autoScaling } from "./services";

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
  examples: [
    {
      about: "Let an instance go on",
      line: "autoscaling complete-lifecycle-action --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg --lifecycle-action-result CONTINUE --instance-id i-0123456789abcdef0",
    },
  ],
});
