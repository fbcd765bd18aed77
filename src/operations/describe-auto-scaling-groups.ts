import { model } from "../../models/autoscaling/describe-auto-scaling-groups";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-auto-scaling-groups`; API reference: DescribeAutoScalingGroups. */
export const describeAutoScalingGroups = declare(autoScaling, model, {
  summary: "Shows Auto Scaling groups and their instances.",
  description: [
    "Without names and filters all groups of the region are shown. The instances of a warm pool are not among those of its group.",
  ],
  about: {
    AutoScalingGroupNames: "The groups to show. All by default.",
    IncludeInstances: "Whether the instances of each group are shown too, as they are by default.",
    NextToken:
      "Where the last answer stopped, from its NextToken. It turns the gathering of pages off; --starting-token does not.",
    MaxRecords:
      "How many groups one answer may hold, 50 by default and 100 at most. --page-size is the usual way to say it.",
    Filters:
      "Shows only groups with certain tags. Name is tag-key, tag-value or tag: with a key behind it; Values are the texts to look for.",
  },
  outputAbout: { AutoScalingGroups: "The groups." },
  examples: [
    {
      about: "The instances of a group and their lifecycle states",
      line: "autoscaling describe-auto-scaling-groups --auto-scaling-group-names my-asg --query 'AutoScalingGroups[].Instances[].[InstanceId,LifecycleState]' --output text",
    },
    {
      about: "The names of the groups that have a tag",
      line: "autoscaling describe-auto-scaling-groups --filters Name=tag:stage,Values=test --query 'AutoScalingGroups[].AutoScalingGroupName'",
    },
  ],
});
