import { model } from "../../models/ecs/describe-service-deployments";
import { declare } from "./declare";
import { ecs } from "./services";

/** `ecs describe-service-deployments`; API reference: DescribeServiceDeployments. */
export const describeServiceDeployments = declare(ecs, model, {
  summary: "Shows deployments of ECS services and the hooks that they wait at.",
  description: [
    "lifecycleStage says how far a deployment is, and lifecycleHookDetails which hooks it has met, with their ids and statuses. AWAITING_ACTION is a pause that waits for continue-service-deployment.",
  ],
  about: { serviceDeploymentArns: "The ARNs of the service deployments, 20 at most." },
  outputAbout: {
    serviceDeployments: "The service deployments.",
    failures: "The ARNs that the service could not describe, and why.",
  },
  examples: [
    {
      about: "The hooks that a deployment has met",
      line: "ecs describe-service-deployments --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/my/web/abc123 --query 'serviceDeployments[].lifecycleHookDetails[].[hookId,status]' --output text",
    },
  ],
});
