import { model } from "../../models/deploy/stop-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy stop-deployment`; API reference: StopDeployment. */
export const stopDeployment = declare(codeDeploy, model, {
  summary: "Stops a deployment.",
  description: ["The deployment ends with the status Stopped. It can be rolled back to the revision before it."],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    autoRollbackEnabled: "Whether to roll back to the revision before the deployment.",
  },
  outputAbout: {
    status: "Pending while the deployment stops, Succeeded once it has stopped.",
    statusMessage: "The status in words.",
  },
  examples: [
    {
      about: "Stop a deployment and roll it back",
      line: "deploy stop-deployment --deployment-id d-ABCDEF123 --auto-rollback-enabled",
    },
  ],
});
