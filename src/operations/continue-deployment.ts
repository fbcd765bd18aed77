import { model } from "../../models/deploy/continue-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy continue-deployment`; API reference: ContinueDeployment. */
export const continueDeployment = declare(codeDeploy, model, {
  summary: "Lets a blue/green deployment go on that waits for it.",
  description: [
    "A deployment that waits before the traffic moves (READY_WAIT), or before the old targets are removed (TERMINATION_WAIT), goes on at once, without waiting for its time to be over.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123.",
    deploymentWaitType:
      "Which wait ends: READY_WAIT before the traffic moves, TERMINATION_WAIT before the old targets are removed.",
  },
  examples: [
    {
      about: "Move the traffic to the new targets",
      line: "deploy continue-deployment --deployment-id d-ABCDEF123 --deployment-wait-type READY_WAIT",
    },
  ],
});
