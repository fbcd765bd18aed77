import { model } from "../../models/autoscaling/describe-account-limits";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-account-limits`; API reference: DescribeAccountLimits. */
export const describeAccountLimits = declare(autoScaling, model, {
  summary: "Shows the account's quotas of Auto Scaling groups and launch configurations.",
  description: [
    "The quotas hold for one region of the account. The answer also says how many groups and launch configurations there are.",
  ],
  about: {},
  outputAbout: {
    MaxNumberOfAutoScalingGroups: "How many groups the account may have in the region.",
    MaxNumberOfLaunchConfigurations: "How many launch configurations it may have.",
    NumberOfAutoScalingGroups: "How many groups there are.",
    NumberOfLaunchConfigurations: "How many launch configurations there are.",
  },
  examples: [{ about: "The quotas of the region", line: "autoscaling describe-account-limits" }],
});
