import { model } from "../../models/autoscaling/delete-lifecycle-hook";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling delete-lifecycle-hook`; API reference: DeleteLifecycleHook. */
export const deleteLifecycleHook = declare(autoScaling, model, {
  summary: "Deletes a lifecycle hook of an EC2 Auto Scaling group.",
  description: [
    "The service first completes the actions of instances that wait at the hook: launching ones with ABANDON, terminating ones with CONTINUE.",
  ],
  about: { LifecycleHookName: "The name of the hook.", AutoScalingGroupName: "The name of the Auto Scaling group." },
  examples: [
    {
      about: "Delete a hook",
      line: "autoscaling delete-lifecycle-hook --lifecycle-hook-name my-launch-hook --auto-scaling-group-name my-asg",
    },
  ],
});
