import { model } from "../../models/deploy/list-deployments";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy list-deployments`; API reference: ListDeployments. */
export const listDeployments = declare(codeDeploy, model, {
  summary: "Lists the ids of deployments, the newest first.",
  description: [
    "An application and a deployment group are given together or not at all. Without them the deployments of all groups of the account are listed.",
  ],
  about: {
    applicationName: "The name of the CodeDeploy application, with a deployment group.",
    deploymentGroupName: "The deployment group, with an application.",
    externalId: "Lists only deployments of this resource outside of CodeDeploy, such as a CloudFormation stack.",
    includeOnlyStatuses: "Lists only deployments with one of these statuses.",
    createTimeRange:
      "Lists only deployments that were created in this range of time: start and end, either of which may be left out.",
    nextToken:
      "Where the last answer stopped, from its nextToken. It turns the gathering of pages off; --starting-token does not.",
  },
  outputAbout: { deployments: "The ids of the deployments." },
  examples: [
    {
      about: "The deployments of a group that are not over",
      line: "deploy list-deployments --application-name my-app --deployment-group-name my-group --include-only-statuses Created Queued InProgress Ready --query 'deployments[]' --output text",
    },
  ],
});
