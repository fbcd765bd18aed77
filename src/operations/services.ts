import { service as autoScalingModel } from "../../models/autoscaling/service";
import { service as codeDeployModel } from "../../models/deploy/service";
import { service as ecsModel } from "../../models/ecs/service";
import { service as ssmModel } from "../../models/ssm/service";
import type { Service } from "./operation";

/** AWS CodeDeploy, which aws-cli calls `deploy`. */
export const codeDeploy: Service = {
  word: "deploy",
  title: "AWS CodeDeploy",
  summary: "CodeDeploy deployments: start, follow, continue and stop them, and report from their hooks.",
  model: codeDeployModel,
  sdk: { package: "@aws-sdk/client-codedeploy", client: "CodeDeployClient" },
};

/** Amazon EC2 Auto Scaling. */
export const autoScaling: Service = {
  word: "autoscaling",
  title: "Amazon EC2 Auto Scaling",
  summary: "Lifecycle hooks of Auto Scaling groups, and the groups and instances that they act on.",
  model: autoScalingModel,
  sdk: { package: "@aws-sdk/client-auto-scaling", client: "AutoScalingClient" },
};

/** Amazon Elastic Container Service. */
export const ecs: Service = {
  word: "ecs",
  title: "Amazon ECS",
  summary: "Deployments of ECS services: follow and stop them, and answer the hooks at which they pause.",
  model: ecsModel,
  sdk: { package: "@aws-sdk/client-ecs", client: "ECSClient" },
};

/** AWS Systems Manager, which the command line does not offer: other operations call it. */
export const ssm: Service = {
  word: "ssm",
  title: "AWS Systems Manager",
  summary: "Parameters that gates are kept in.",
  model: ssmModel,
  sdk: { package: "@aws-sdk/client-ssm", client: "SSMClient" },
};
