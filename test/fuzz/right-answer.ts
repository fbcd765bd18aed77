import { sampleOutput } from "../../src/stand-in/sample";
import { findServed } from "../../src/stand-in/served";
import { outputAnswer, readCall, type Answer, type Received } from "../../src/stand-in/wire";
import { defaultAnswer } from "../support/defaults";

type Members = Readonly<Record<string, unknown>>;

/** What each operation answers when all is well, so that a command after `--` is started and its end is told. */
const lives: Readonly<Record<string, (input: Members) => object>> = {
  PutLifecycleEventHookExecutionStatus: ({ lifecycleEventHookExecutionId = "e-1" }) => ({
    lifecycleEventHookExecutionId,
  }),
  DescribeAutoScalingInstances: () => ({
    AutoScalingInstances: [
      { InstanceId: "i-0abc", AutoScalingGroupName: "g", LifecycleState: "Terminating:Wait", HealthStatus: "HEALTHY" },
    ],
  }),
  DescribeLifecycleHooks: () => ({
    LifecycleHooks: [
      {
        LifecycleHookName: "h",
        AutoScalingGroupName: "g",
        LifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
        HeartbeatTimeout: 300,
        GlobalTimeout: 30_000,
      },
    ],
  }),
  GetDeployment: () => ({ deploymentInfo: { deploymentId: "d-1", status: "Ready" } }),
  ListDeploymentTargets: () => ({ targetIds: [] }),
  DescribeServiceDeployments: () => ({
    serviceDeployments: [
      {
        status: "IN_PROGRESS",
        lifecycleHookDetails: [
          { hookId: "h-1", targetType: "PAUSE", status: "AWAITING_ACTION", expiresAt: Date.now() + 3_600_000 },
        ],
      },
    ],
    failures: [],
  }),
};

/** The answer that a request gets when no other is meant for it. */
export function rightAnswer(request: Received): Answer {
  const call = readCall(request);
  const served = call && findServed(call);
  if (!call || !served) return defaultAnswer(request);
  const input = (call.input ?? {}) as Members;
  const output = lives[call.operation]?.(input) ?? sampleOutput(served.model, Date.now());
  const { output: shape, resultWrapper: wrapper } = served.model;
  const form = { output: shape ?? { kind: "structure", members: {}, required: [] }, wrapper } as const;
  return outputAnswer(call, output, { ...form, namespace: served.service.xmlNamespace });
}
