import { model } from "../../models/ecs/continue-service-deployment";
import { declare } from "./declare";
import { ecs } from "./services";

/** `ecs continue-service-deployment`; API reference: ContinueServiceDeployment. */
export const continueServiceDeployment = declare(ecs, model, {
  summary: "Answers a pause hook of an ECS service's deployment.",
  description: [
    "A deployment with a pause hook stops at the hook's stage and waits for an answer until the hook's timeout. describe-service-deployments shows the id of the hook that waits, in lifecycleHookDetails. Each pause has an id of its own.",
  ],
  about: {
    serviceDeploymentArn: "The ARN of the service deployment, as list-service-deployments shows it.",
    hookId: "The id of the hook that waits.",
    action: "CONTINUE, the default, goes on to the next stage; ROLLBACK goes back to the revision before.",
  },
  outputAbout: { serviceDeploymentArn: "The ARN of the service deployment." },
  outcome: {
    member: "action",
    success: {
      values: { action: "CONTINUE" },
      did: "answered with CONTINUE",
      wouldHave: "The answer would have been CONTINUE",
    },
    failure: {
      ROLLBACK: {
        values: { action: "ROLLBACK" },
        did: "answered with ROLLBACK",
        wouldHave: "The answer would have been ROLLBACK",
      },
      none: null,
    },
    needs: ["serviceDeploymentArn"],
    finds: ["hookId"],
    echoes: [],
    doneAlready: { errors: [], sentence: "The hook has its answer already." },
    undone: "The hook could not be answered.",
    timeout: 3300,
    before: {
      kind: "gate",
      subject: "The service deployment",
      wait: 3600,
      every: 5,
      look: {
        operation: "describe-service-deployments",
        input: { serviceDeploymentArns: ["serviceDeploymentArn"] },
      },
      status: "serviceDeployments[].status",
      ended: ["SUCCESSFUL", "STOPPED", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"],
      why: ["serviceDeployments[].statusReason"],
      hook: {
        member: "hookId",
        at: "serviceDeployments[].lifecycleHookDetails[]",
        where: { targetType: "PAUSE", status: "AWAITING_ACTION" },
        id: "hookId",
        over: { at: "status", values: ["SUCCEEDED", "FAILED", "TIMED_OUT"] },
        until: "expiresAt",
      },
      meanwhile: 15,
      facts: { lifecycleStage: "serviceDeployments[].lifecycleStage" },
    },
    environment: {
      SERVICE_DEPLOYMENT_ARN: "serviceDeploymentArn",
      HOOK_ID: "hookId",
      LIFECYCLE_STAGE: "lifecycleStage",
    },
    help: [
      "The tool waits until a pause hook of the deployment waits for an answer, runs the command, and then answers CONTINUE or ROLLBACK. With --cli-command-failure none it does not answer if the command fails. If several hooks wait, --hook-id must say which. Each step of a canary or linear deployment has a hook id of its own. If the deployment ends before a hook waits, the exit code is 255 and the command is not started. If it ends while the command runs, or somebody else answers the hook, the tool stops the command and sends nothing.",
      "The command's time ends before the hook's own. The command has the variables SERVICE_DEPLOYMENT_ARN, HOOK_ID and LIFECYCLE_STAGE.",
      "It needs the permissions ecs:ContinueServiceDeployment and ecs:DescribeServiceDeployments.",
    ],
  },
  examples: [
    {
      about: "Let a deployment go on if a check succeeds, else roll it back",
      line: "ecs continue-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/api/7 -- ./smoke-test.sh",
    },
    {
      about: "Let a paused deployment go on",
      line: "ecs continue-service-deployment --service-deployment-arn arn:aws:ecs:eu-west-1:123456789012:service-deployment/my/web/abc123 --hook-id 0123456789 --action CONTINUE",
    },
  ],
});
