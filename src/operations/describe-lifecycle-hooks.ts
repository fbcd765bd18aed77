import { model } from "../../models/autoscaling/describe-lifecycle-hooks";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-lifecycle-hooks`; API reference: DescribeLifecycleHooks. */
export const describeLifecycleHooks = declare(autoScaling, model, {
  summary: "Shows the lifecycle hooks of an EC2 Auto Scaling group.",
  description: ["For each hook the answer says when it acts, how long an instance waits and what happens then."],
  about: {
    AutoScalingGroupName: "The name of the Auto Scaling group.",
    LifecycleHookNames: "The hooks to show, 50 at most. All hooks of the group by default.",
  },
  outputAbout: {
    LifecycleHooks:
      "The hooks. GlobalTimeout is the longest time in seconds that heartbeats can keep an instance waiting.",
  },
  examples: [
    {
      about: "The hooks of a group and when they act",
      line: "autoscaling describe-lifecycle-hooks --auto-scaling-group-name my-asg --query 'LifecycleHooks[].[LifecycleHookName,LifecycleTransition]' --output text",
    },
  ],
});
