import { model } from "../../models/deploy/create-deployment";
import { declare } from "./declare";
import { revisionOptions } from "./revision-options";
import { codeDeploy } from "./services";

/** `deploy create-deployment`; API reference: CreateDeployment. */
export const createDeployment = declare(codeDeploy, model, {
  summary: "Starts a deployment with CodeDeploy.",
  description: [
    "The deployment runs by itself once it is created: the answer is only its id. deploy wait deployment-successful waits for its end.",
  ],
  about: {
    applicationName: "The name of the CodeDeploy application.",
    deploymentGroupName: "The deployment group: where to, and how.",
    revision: "What is deployed: revisionType and the member that goes with it, such as s3Location or appSpecContent.",
    deploymentConfigName:
      "The deployment configuration. That of the deployment group by default, or else CodeDeployDefault.OneAtATime.",
    description: "A comment on the deployment.",
    ignoreApplicationStopFailures:
      "Whether an instance's deployment goes on where ApplicationStop, BeforeBlockTraffic or AfterBlockTraffic fails.",
    targetInstances: "The instances of the replacement environment of a blue/green deployment, by tags or groups.",
    autoRollbackConfiguration: "When CodeDeploy rolls the deployment back by itself.",
    updateOutdatedInstancesOnly: "Whether only instances are deployed to that do not have the newest revision.",
    fileExistsBehavior:
      "What happens to a file that is in the way: DISALLOW, the default, fails; OVERWRITE replaces it; RETAIN keeps it.",
    overrideAlarmConfiguration: "The alarms that stop this deployment, in place of those of its group.",
  },
  outputAbout: { deploymentId: "The id of the deployment that was started." },
  addedOptions: revisionOptions,
  examples: [
    {
      about: "Deploy a bundle from S3 and keep the deployment's id",
      line: "deploy create-deployment --application-name my-app --deployment-group-name my-group --s3-location bucket=my-bucket,key=app.zip,bundleType=zip --query deploymentId --output text",
    },
  ],
});
