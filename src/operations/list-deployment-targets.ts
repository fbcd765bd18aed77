import { model } from "../../models/deploy/list-deployment-targets";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy list-deployment-targets`; API reference: ListDeploymentTargets. */
export const listDeploymentTargets = declare(codeDeploy, model, {
  summary: "Lists the ids of a deployment's targets.",
  description: [
    "A target is an instance, a Lambda function or an ECS service, depending on the kind of the deployment.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    nextToken:
      "The nextToken of the last answer. With it the tool prints one page and does not gather the rest; --starting-token gathers them.",
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
