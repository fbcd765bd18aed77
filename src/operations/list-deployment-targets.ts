import { model } from "../../models/deploy/list-deployment-targets";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy list-deployment-targets`; API reference: ListDeploymentTargets. */
export const listDeploymentTargets = declare(codeDeploy, model, {
  summary: "Lists the ids of a deployment's targets.",
  description: [
    "What a target is depends on the kind of the deployment: an instance, a Lambda function, or an ECS service.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    nextToken:
      "Where the last answer stopped, from its nextToken. It turns the gathering of pages off; --starting-token does not.",
    targetFilters:
      "Lists only some targets. TargetStatus takes Failed, InProgress, Pending, Ready, Skipped, Succeeded or Unknown; ServerInstanceLabel takes Blue or Green.",
  },
  outputAbout: { targetIds: "The ids of the targets." },
  examples: [
    {
      about: "The targets at which a deployment failed",
      line: "deploy list-deployment-targets --deployment-id d-ABCDEF123 --target-filters TargetStatus=Failed --output text",
    },
  ],
});
