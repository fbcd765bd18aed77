import { model } from "../../models/deploy/continue-deployment";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** The path in an answer of what the group does with a deployment that waits before its traffic moves. */
const readyOption = "deploymentInfo.blueGreenDeploymentConfiguration.deploymentReadyOption";

/** `deploy continue-deployment`; API reference: ContinueDeployment. */
export const continueDeployment = declare(codeDeploy, model, {
  summary: "Continues a blue/green deployment that waits.",
  description: [
    "A blue/green deployment can wait before the traffic moves (READY_WAIT) and before the old targets are removed (TERMINATION_WAIT). This command ends that wait at once.",
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
      sentence: "The deployment no longer waits: somebody else continued or stopped it, or its time is over.",
    },
    undone: "The deployment could be neither continued nor stopped.",
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
        second: { deploymentWaitType: "TERMINATION_WAIT" },
        list: { operation: "list-deployment-targets", input: { deploymentId: "deploymentId" } },
        ids: "targetIds[]",
        token: "nextToken",
        look: { operation: "batch-get-deployment-targets", ids: "targetIds", atMost: 25 },
        at: "deploymentTargets[].*.lifecycleEvents[]",
        where: { lifecycleEventName: "AllowTraffic" },
        done: { status: "Succeeded" },
        over: "The deployment's traffic has moved already. It now waits before it removes the old targets (--deployment-wait-type TERMINATION_WAIT).",
        early: "its traffic has not moved yet",
        unknown: "whether its traffic has moved",
      },
      meanwhile: 15,
      facts: {},
    },
    environment: { DEPLOYMENT_ID: "deploymentId" },
    help: [
      "The tool waits until the deployment is Ready, runs the command, and then continues the deployment, or stops it with automatic rollback. With --cli-command-failure none it leaves a deployment that fails the check as it is. If the deployment ends before it is Ready, the exit code is 255 and the command is not started. If it ends while the command runs, the tool stops the command and sends nothing.",
      "A deployment is Ready at both of its waits. Without --deployment-wait-type TERMINATION_WAIT, the tool refuses a deployment whose traffic has moved already. So a check that belongs before the move never runs after it. With TERMINATION_WAIT, the tool waits until the traffic has moved.",
      "If the deployment group stops a deployment that waits too long, the command's time ends before that. The command has the variable DEPLOYMENT_ID.",
      "It needs the permissions codedeploy:ContinueDeployment, codedeploy:StopDeployment, codedeploy:GetDeployment, codedeploy:ListDeploymentTargets and codedeploy:BatchGetDeploymentTargets. With TERMINATION_WAIT it does without the last two, but then cannot tell whether the traffic has moved, and says so.",
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
