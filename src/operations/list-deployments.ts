import { model } from "../../models/deploy/list-deployments";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy list-deployments`; API reference: ListDeployments. */
export const listDeployments = declare(codeDeploy, model, {
  summary: "Lists the ids of deployments, the newest first.",
  description: [
    "Give both an application and a deployment group, or neither. Without them, the command lists the deployments of all groups of the account.",
  ],
  about: {
    applicationName: "The name of the CodeDeploy application, with a deployment group.",
    deploymentGroupName: "The deployment group, with an application.",
    externalId: "Lists only deployments of this resource outside of CodeDeploy, such as a CloudFormation stack.",
    includeOnlyStatuses: "Lists only deployments with one of these statuses.",
    createTimeRange:
      "Lists only deployments that were created in this range of time: start and end, either of which may be left out.",
    nextToken:
      "The nextToken of the last answer. With it the tool prints one page and does not gather the rest; --starting-token gathers them.",
  },
  outputAbout: { deployments: "The ids of the deployments." },
  examples: [
    {
      about: "The deployments of a group that are not over",
      line: "deploy list-deployments --application-name my-app --deployment-group-name my-group --include-only-statuses Created Queued InProgress Ready --query 'deployments[]' --output text",
    },
  ],
});
