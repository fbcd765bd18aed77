import { model } from "../../models/autoscaling/describe-auto-scaling-instances";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-auto-scaling-instances`; API reference: DescribeAutoScalingInstances. */
export const describeAutoScalingInstances = declare(autoScaling, model, {
  summary: "Shows instances of Auto Scaling groups, with their group and lifecycle state.",
  description: ["If no group has an instance of an id, the answer leaves it out, without an error."],
  about: {
    InstanceIds: "The instances to show, 50 at most. By default all instances of all groups.",
    MaxRecords:
      "How many instances one answer may hold, 50 at most and by default. --page-size is the usual option for it.",
    NextToken:
      "The NextToken of the last answer. With it the tool prints one page and does not gather the rest; --starting-token gathers them.",
  },
  outputAbout: { AutoScalingInstances: "The instances." },
  examples: [
    {
      about: "The group that an instance belongs to",
      line: "autoscaling describe-auto-scaling-instances --instance-ids i-0123456789abcdef0 --query 'AutoScalingInstances[0].AutoScalingGroupName' --output text",
    },
  ],
});
