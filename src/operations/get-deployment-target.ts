import { model } from "../../models/deploy/get-deployment-target";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy get-deployment-target`; API reference: GetDeploymentTarget. */
export const getDeploymentTarget = declare(codeDeploy, model, {
  summary: "Shows how a deployment went at one of its targets.",
  description: [
    "The answer has the lifecycle events of the target, each with its status, and for an instance the end of its log where a script failed.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    targetId: "The target: an instance's id, a function's name, or CLUSTER:SERVICE for ECS.",
  },
  outputAbout: { deploymentTarget: "The target. deploymentTargetType says which of its members is filled in." },
  examples: [
    {
      about: "The lifecycle events of an ECS service's deployment",
      line: "deploy get-deployment-target --deployment-id d-ABCDEF123 --target-id my-cluster:my-service --query deploymentTarget.ecsTarget.lifecycleEvents",
    },
  ],
});
