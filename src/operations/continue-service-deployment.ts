import { model } from "../../models/ecs/continue-service-deployment";
import { declare } from "./declare";
import { ecs } from "./services";

/** `ecs continue-service-deployment`; API reference: ContinueServiceDeployment. */
export const continueServiceDeployment = declare(ecs, model, {
  summary: "Answers a pause hook of an ECS service's deployment.",
  description: [
    "A deployment with a pause hook stops at the hook's stage and waits for an answer, for as long as the hook's timeout says. describe-service-deployments shows the id of the hook that waits, in lifecycleHookDetails; each pause has an id of its own.",
  ],
  about: {
    serviceDeploymentArn: "The ARN of the service deployment, as list-service-deployments shows it.",
    hookId: "The id of the hook that waits.",
    action: "CONTINUE, the default, goes on to the next stage; ROLLBACK goes back to the revision before.",
  },
  outputAbout: { serviceDeploymentArn: "The ARN of the service deployment." },
  examples: [
    {
      about: "Let a paused deployment go on",
      line: "ecs continue-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/my-cluster/my-service/abcdefghijklmnopqrstu --hook-id 0123456789 --action CONTINUE",
    },
  ],
});
