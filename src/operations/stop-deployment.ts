import { model } from "../../models/deploy/stop-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy stop-deployment`; API reference: StopDeployment. */
export const stopDeployment = declare(codeDeploy, model, {
  summary: "Stops a deployment.",
  description: ["The deployment ends as Stopped. It can be rolled back to what was there before."],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    autoRollbackEnabled: "Whether what was deployed already is rolled back to the revision before it.",
  },
  outputAbout: {
    status: "Pending while the deployment is being stopped, Succeeded once it is.",
    statusMessage: "The status in words.",
  },
  examples: [
    {
      about: "Stop a deployment and roll it back",
      line: "deploy stop-deployment --deployment-id d-ABCDEF123 --auto-rollback-enabled",
    },
  ],
});
