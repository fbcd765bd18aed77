import { model } from "../../models/autoscaling/describe-auto-scaling-groups";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-auto-scaling-groups`; API reference: DescribeAutoScalingGroups. */
export const describeAutoScalingGroups = declare(autoScaling, model, {
  summary: "Shows Auto Scaling groups and their instances.",
  description: [
    "Without names and filters, the answer has all groups of the region. It does not have the instances of warm pools.",
  ],
  about: {
    AutoScalingGroupNames: "The groups to show. All by default.",
    IncludeInstances: "Whether to show the instances of each group, as by default.",
    NextToken:
      "The NextToken of the last answer. With it the tool prints one page and does not gather the rest; --starting-token gathers them.",
    MaxRecords:
      "How many groups one answer may hold, 50 by default and 100 at most. --page-size is the usual option for it.",
    Filters:
      "Shows only groups with certain tags. Name is tag-key, tag-value, or tag: followed by a key. Values are the texts to look for.",
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
