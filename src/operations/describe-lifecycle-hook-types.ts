import { model } from "../../models/autoscaling/describe-lifecycle-hook-types";
import { declare } from "./declare";
import { autoScaling } from "./services";

/** `autoscaling describe-lifecycle-hook-types`; API reference: DescribeLifecycleHookTypes. */
export const describeLifecycleHookTypes = declare(autoScaling, model, {
  summary: "Lists the transitions that a lifecycle hook can hold instances at.",
  description: ["They are the values of --lifecycle-transition of put-lifecycle-hook."],
  about: {},
  outputAbout: { LifecycleHookTypes: "The names of the transitions." },
  examples: [{ about: "The transitions", line: "autoscaling describe-lifecycle-hook-types --output text" }],
});
