import { model } from "../../models/deploy/continue-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** Where an answer has what the group does with a deployment that waits for its traffic to be moved. */
const readyOption = "deploymentInfo.blueGreenDeploymentConfiguration.deploymentReadyOption";

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
  outcome: {
    success: { values: {}, did: "continued the deployment", wouldHave: "The deployment would have been continued" },
    failure: {
      rollback: {
        operation: "stop-deployment",
        takes: ["deploymentId"],
        values: { autoRollbackEnabled: true },
        did: "stopped the deployment, with rollback",
        wouldHave: "The deployment would have been stopped, with rollback",
      },
      none: null,
    },
    needs: ["deploymentId"],
    finds: [],
    echoes: [],
    doneAlready: {
      errors: [
        { code: "DeploymentIsNotInReadyStateException" },
        { code: "DeploymentAlreadyCompletedException" },
        { code: "InvalidDeploymentStatusException" },
      ],
      sentence: "The deployment does not wait any more: somebody else continued or stopped it, or its time is over.",
    },
    undone: "The deployment could not be told to go on or to stop.",
    timeout: 3300,
    before: {
      kind: "gate",
      subject: "The deployment",
      wait: 3600,
      every: 5,
      look: { operation: "get-deployment", input: { deploymentId: "deploymentId" } },
      status: "deploymentInfo.status",
      ready: ["Ready"],
      ended: ["Failed", "Stopped", "Succeeded"],
      why: ["deploymentInfo.errorInformation.code", "deploymentInfo.errorInformation.message"],
      limit: {
        minutes: `${readyOption}.waitTimeInMinutes`,
        where: { [`${readyOption}.actionOnTimeout`]: "STOP_DEPLOYMENT" },
        unless: { deploymentWaitType: "TERMINATION_WAIT" },
      },
      passed: {
        unless: { deploymentWaitType: "TERMINATION_WAIT" },
        list: { operation: "list-deployment-targets", input: { deploymentId: "deploymentId" } },
        ids: "targetIds[]",
        token: "nextToken",
        look: { operation: "batch-get-deployment-targets", ids: "targetIds", atMost: 25 },
        at: "deploymentTargets[].*.lifecycleEvents[]",
        where: { lifecycleEventName: "AllowTraffic", status: "Succeeded" },
        sentence:
          "The deployment's traffic has moved already: what it waits for is the end of the old targets (--deployment-wait-type TERMINATION_WAIT).",
      },
      meanwhile: 15,
      facts: {},
    },
    environment: { DEPLOYMENT_ID: "deploymentId" },
    help: [
      "The tool waits until the deployment is Ready, runs the command, and then continues the deployment, or stops it with automatic rollback. --cli-command-failure none leaves it as it is instead. A deployment that ends before it is Ready is told of with exit code 255, and the command is not started; one that ends while the command runs stops the command, and nothing is sent.",
      "A deployment is Ready at both of its waits. Without --deployment-wait-type TERMINATION_WAIT one whose traffic has moved already is refused, so that a check before the move is never taken for one after it.",
      "Where the deployment group stops a deployment that waits too long, the command's time ends before that. The command has the variable DEPLOYMENT_ID.",
      "It needs the permissions codedeploy:ContinueDeployment, codedeploy:StopDeployment and codedeploy:GetDeployment; without TERMINATION_WAIT also codedeploy:ListDeploymentTargets and codedeploy:BatchGetDeploymentTargets.",
    ],
  },
  examples: [
    {
      about: "Move the traffic if a check of the new targets succeeds, else roll back",
      line: "deploy continue-deployment --deployment-id d-ABCDEF123 --deployment-wait-type READY_WAIT -- ./smoke-test.sh",
    },
    {
      about: "Move the traffic to the new targets",
      line: "deploy continue-deployment --deployment-id d-ABCDEF123 --deployment-wait-type READY_WAIT",
    },
  ],
});
