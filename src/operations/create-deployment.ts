import { model } from "../../models/deploy/create-deployment";
import { declare } from "./declare";
import { revisionOptions } from "./revision-options";
import { codeDeploy } from "./services";

/** `deploy create-deployment`; API reference: CreateDeployment. */
export const createDeployment = declare(codeDeploy, model, {
  summary: "Starts a deployment with CodeDeploy.",
  description: [
    "The answer is the deployment's id. The deployment itself runs on: deploy wait deployment-successful waits for its end.",
  ],
  about: {
    applicationName: "The name of the CodeDeploy application.",
    deploymentGroupName: "The deployment group, which says where and how to deploy.",
    revision:
      "The revision to deploy: revisionType and the member that goes with it, such as s3Location or appSpecContent.",
    deploymentConfigName:
      "The deployment configuration. By default the deployment group's, or CodeDeployDefault.OneAtATime if it has none.",
    description: "A comment on the deployment.",
    ignoreApplicationStopFailures:
      "Whether an instance's deployment goes on if ApplicationStop, BeforeBlockTraffic or AfterBlockTraffic fails.",
    targetInstances: "The instances of the replacement environment of a blue/green deployment, by tags or groups.",
    autoRollbackConfiguration: "When CodeDeploy rolls the deployment back by itself.",
    updateOutdatedInstancesOnly: "Whether to deploy only to instances that do not have the newest revision.",
    fileExistsBehavior:
      "What happens if a file exists already: DISALLOW, the default, fails; OVERWRITE replaces it; RETAIN keeps it.",
    overrideAlarmConfiguration: "The alarms that stop this deployment, in place of those of its group.",
  },
  outputAbout: { deploymentId: "The id of the deployment." },
  addedOptions: revisionOptions,
  examples: [
    {
      about: "Deploy a bundle from S3 and keep the deployment's id",
      line: "deploy create-deployment --application-name my-app --deployment-group-name my-group --s3-location bucket=my-bucket,key=app.zip,bundleType=zip --query deploymentId --output text",
    },
  ],
});
