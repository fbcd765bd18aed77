import { model } from "../../models/autoscaling/describe-auto-scaling-instances";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-auto-scaling-instances`; API reference: DescribeAutoScalingInstances. */
export const describeAutoScalingInstances = declare(autoScaling, model, {
  summary: "Shows instances of Auto Scaling groups, with their group and lifecycle state.",
  description: ["An id that no group has is left out of the answer without an error."],
  about: {
    InstanceIds: "The instances to show, 50 at most. Those of all groups by default.",
    MaxRecords:
      "How many instances one answer may hold, 50 at most and by default. --page-size is the usual way to say it.",
    NextToken:
      "Where the last answer stopped, from its NextToken. It turns the gathering of pages off; --starting-token does not.",
  },
  outputAbout: { AutoScalingInstances: "The instances." },
  examples: [
    {
      about: "The group that an instance belongs to",
      line: "autoscaling describe-auto-scaling-instances --instance-ids i-0123456789abcdef0 --query 'AutoScalingInstances[0].AutoScalingGroupName' --output text",
    },
  ],
});
