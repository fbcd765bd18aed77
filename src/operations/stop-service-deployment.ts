import { model } from "../../models/ecs/stop-service-deployment";
import { declare } from "./declare";
import { ecs } from "./services";

/** `ecs stop-service-deployment`; API reference: StopServiceDeployment. */
export const stopServiceDeployment = declare(ecs, model, {
  summary: "Stops the deployment of an ECS service.",
  description: [
    "ROLLBACK goes back to the revision that ran before, even if the service is not configured to roll back.",
  ],
  about: {
    serviceDeploymentArn: "The ARN of the service deployment, as list-service-deployments shows it.",
    stopType: "How to stop it: ROLLBACK goes back to the revision before.",
  },
  outputAbout: { serviceDeploymentArn: "The ARN of the service deployment." },
  examples: [
    {
      about: "Stop a deployment and roll it back",
      line: "ecs stop-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/my/web/abc123 --stop-type ROLLBACK",
    },
  ],
});
