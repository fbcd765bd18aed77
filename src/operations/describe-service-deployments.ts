import { model } from "../../models/ecs/describe-service-deployments";
import { declare } from "./declare";
import type { Acceptor } from "./model";
import { ecs } from "./services";

const ends = ["STOPPED", "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED"];
const statuses = "serviceDeployments[].status";

const failures: readonly Acceptor[] = [
  ...ends.map((expected): Acceptor => ({ state: "failure", matcher: "pathAny", argument: statuses, expected })),
  { state: "failure", matcher: "pathAny", argument: "failures[].reason", expected: "MISSING" },
];
const successes: readonly Acceptor[] = [
  { state: "success", matcher: "pathAll", argument: statuses, expected: "SUCCESSFUL" },
];

/** `ecs describe-service-deployments`; API reference: DescribeServiceDeployments. */
export const describeServiceDeployments = declare(ecs, model, {
  summary: "Shows deployments of ECS services and the hooks that they wait at.",
  description: [
    "lifecycleStage says how far a deployment is, and lifecycleHookDetails which hooks it has met, with their ids and statuses. AWAITING_ACTION is a pause that waits for continue-service-deployment.",
  ],
  about: { serviceDeploymentArns: "The ARNs of the service deployments, 20 at most." },
  outputAbout: {
    serviceDeployments: "The service deployments.",
    failures: "The ARNs that the service could not describe, and why.",
  },
  waiters: {
    "service-deployment-successful": {
      summary: "Waits until service deployments have succeeded.",
      description: [
        "Asks for the deployments' statuses every 15 seconds, 120 times at most. Ends with 0 once all are SUCCESSFUL. A deployment that is stopped or rolled back is not a success: the wait ends with 255 and says why, as soon as a rollback is asked for. aws-cli has no such wait.",
      ],
      examples: [
        {
          about: "Wait for a deployment's end",
          line: "ecs wait service-deployment-successful --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/web/api/7",
        },
      ],
      model: { delay: 15, maxAttempts: 120, acceptors: [...failures, ...successes] },
      tells: {
        status: "join('; ', serviceDeployments[].join(' at ', [status, lifecycleStage][?@]))",
        counts: {
          done: "sum(serviceDeployments[].targetServiceRevision.runningTaskCount)",
          all: "sum(serviceDeployments[].targetServiceRevision.requestedTaskCount)",
          unit: "tasks running",
        },
        why: "[serviceDeployments[?status!='SUCCESSFUL'].join(': ', [status, statusReason][?@]), failures[].join(': ', [arn, reason, detail][?@])][]",
      },
    },
  },
  examples: [
    {
      about: "The hooks that a deployment has met",
      line: "ecs describe-service-deployments --service-deployment-arns arn:aws:ecs:eu-west-1:123456789012:service-deployment/my/web/abc123 --query 'serviceDeployments[].lifecycleHookDetails[].[hookId,status]' --output text",
    },
  ],
});
