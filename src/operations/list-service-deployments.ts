import { model } from "../../models/ecs/list-service-deployments";
import { declare } from "./declare";
import { ecs } from "./services";

/** `ecs list-service-deployments`; API reference: ListServiceDeployments. */
export const listServiceDeployments = declare(ecs, model, {
  summary: "Lists the deployments of an ECS service.",
  description: [
    "The answer has 20 deployments unless --max-results says otherwise, and a nextToken if there are more.",
  ],
  about: {
    service: "The service's name or ARN.",
    cluster: "The name or ARN of the service's cluster; the one named default by default.",
    status: "Lists only deployments with one of these statuses.",
    createdAt:
      "Lists only deployments that were created in this range of time: before and after, either of which may be left out.",
    nextToken: "The nextToken of the last answer.",
    maxResults: "How many deployments one answer may hold, 1 to 100 and 20 by default.",
  },
  outputAbout: {
    serviceDeployments: "The service deployments.",
    nextToken: "The value for --next-token, if there are more.",
  },
  examples: [
    {
      about: "The deployment that is under way",
      line: "ecs list-service-deployments --cluster my-cluster --service my-service --status IN_PROGRESS --query 'serviceDeployments[0].serviceDeploymentArn' --output text",
    },
  ],
});
