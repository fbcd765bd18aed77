import { model } from "../../models/deploy/get-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy get-deployment`; API reference: GetDeployment. */
export const getDeployment = declare(codeDeploy, model, {
  summary: "Shows a deployment: its status, its revision and how far it is.",
  description: ["The text of an AppSpec file is not in the answer, only its hash."],
  about: { deploymentId: "The deployment's id, such as d-ABCDEF123." },
  outputAbout: { deploymentInfo: "The deployment. errorInformation says why it failed, if it did." },
  waiters: {
    "deployment-successful": {
      summary: "Waits until a deployment has succeeded.",
      description: [
        "Asks for the deployment's status every 15 seconds, 120 times at most. Ends with 0 once it is Succeeded, and with 255 if it is Failed or Stopped or the time is over. Nothing is printed.",
      ],
      examples: [
        { about: "Wait for a deployment's end", line: "deploy wait deployment-successful --deployment-id d-ABCDEF123" },
        {
          about: "Wait for two hours at most, and tell what happens",
          line: "deploy wait deployment-successful --deployment-id d-ABCDEF123 --cli-wait-timeout 7200",
        },
      ],
      tells: {
        status: "deploymentInfo.status",
        counts: {
          done: "sum(deploymentInfo.deploymentOverview.[Succeeded, Failed, Skipped][?@])",
          all: "sum(values(deploymentInfo.deploymentOverview))",
          unit: "targets done",
        },
        why: "[join(': ', deploymentInfo.errorInformation.[code, message][?@])]",
        lookUp: {
          calls: [
            {
              operation: "list-deployment-targets",
              input: "{deploymentId: input.deploymentId, targetFilters: {TargetStatus: ['Failed']}}",
            },
            {
              operation: "batch-get-deployment-targets",
              input: "answer.targetIds[0] && {deploymentId: input.deploymentId, targetIds: answer.targetIds[:25]}",
            },
          ],
          found:
            "deploymentTargets[].*[] | [?lifecycleEvents].[targetId, lifecycleEvents[?status=='Failed']] | [*].{target: [0], event: [1][0].lifecycleEventName, parts: [1][0].diagnostics.[errorCode, message], log: [1][0].diagnostics.logTail} | [?event]",
        },
      },
    },
  },
  examples: [
    {
      about: "The status of a deployment",
      line: "deploy get-deployment --deployment-id d-ABCDEF123 --query deploymentInfo.status --output text",
    },
  ],
});
