import { model } from "../../models/deploy/put-lifecycle-event-hook-execution-status";
import { declare } from "./declare";
import { codeDeploy } from "./services";

/** `deploy put-lifecycle-event-hook-execution-status`; API reference: PutLifecycleEventHookExecutionStatus. */
export const putLifecycleEventHookExecutionStatus = declare(codeDeploy, model, {
  summary: "Tells CodeDeploy whether a validation hook of a Lambda or ECS deployment succeeded.",
  description: [
    "A deployment to Lambda or ECS stops at each hook named in its AppSpec file and waits, for an hour at most, until the status of that hook's execution is reported. This command makes the report. CodeDeploy goes on after Succeeded and rolls back after Failed.",
    "Lambda deployments have the hooks BeforeAllowTraffic and AfterAllowTraffic. ECS deployments have BeforeInstall, AfterInstall, AfterAllowTestTraffic, BeforeAllowTraffic and AfterAllowTraffic. CodeDeploy passes both ids to the hook as DeploymentId and LifecycleEventHookExecutionId.",
  ],
  about: {
    deploymentId: "The deployment's id, such as d-ABCDEF123, as CodeDeploy passed it to the hook.",
    lifecycleEventHookExecutionId: "The id of this execution of the hook, as CodeDeploy passed it to the hook.",
    status: "How the validation ended. A hook reports Succeeded or Failed; CodeDeploy uses the other values itself.",
  },
  outputAbout: {
    lifecycleEventHookExecutionId: "The id of the hook's execution that the status was recorded for.",
  },
  outcome: {
    member: "status",
    success: {
      values: { status: "Succeeded" },
      did: "reported Succeeded",
      wouldHave: "The report would have been Succeeded",
    },
    failure: {
      Failed: { values: { status: "Failed" }, did: "reported Failed", wouldHave: "The report would have been Failed" },
    },
    needs: ["deploymentId", "lifecycleEventHookExecutionId"],
    finds: [],
    echoes: ["lifecycleEventHookExecutionId"],
    doneAlready: {
      errors: [{ code: "LifecycleEventAlreadyCompletedException" }],
      sentence: "The hook execution already has a status, and it is not known which.",
    },
    undone: "The report could not be made.",
    timeout: 3300,
    environment: {},
    help: [],
  },
  parked: { member: "lifecycleEventHookExecutionId", by: "deploymentId" },
  examples: [
    {
      about: "Report that a hook succeeded",
      line: "deploy put-lifecycle-event-hook-execution-status --deployment-id d-ABCDEF123 --lifecycle-event-hook-execution-id eyJlbmNyeXB0ZWREYXRhIjoi --status Succeeded",
    },
    {
      about: "Run a check and report how it ended, whatever happens to it",
      line: "deploy put-lifecycle-event-hook-execution-status --deployment-id d-ABCDEF123 --lifecycle-event-hook-execution-id eyJlbmNyeXB0ZWREYXRhIjoi -- ./smoke-test.sh --quick",
    },
    {
      about: "Report for a hook that a Lambda function has parked",
      line: "deploy put-lifecycle-event-hook-execution-status --deployment-id d-ABCDEF123 --cli-parked-in /codedeploy-hooks --status Succeeded",
    },
  ],
});
