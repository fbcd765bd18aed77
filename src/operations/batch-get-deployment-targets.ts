import { model } from "../../models/deploy/batch-get-deployment-targets";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy batch-get-deployment-targets`; API reference: BatchGetDeploymentTargets. */
export const batchGetDeploymentTargets = declare(codeDeploy, model, {
  summary: "Shows how a deployment went at several of its targets.",
  description: [
    "A target is an instance, a Lambda function, an ECS service or a CloudFormation stack's resource, by the kind of the deployment. One call takes 25 targets at most.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    targetIds: "The targets: instance ids, functions' names, or CLUSTER:SERVICE for ECS.",
  },
  outputAbout: { deploymentTargets: "The targets, each with its status and lifecycle events." },
  examples: [
    {
      about: "The status of two instances",
      line: "deploy batch-get-deployment-targets --deployment-id d-ABCDEF123 --target-ids i-0123456789abcdef0 i-0fedcba9876543210 --query 'deploymentTargets[].instanceTarget.status'",
    },
  ],
});
