import type { Reply, Scene } from "./scene";

/** A hook of the group in a scene. */
interface SceneHook {
  readonly name: string;
  readonly transition?: "LAUNCHING" | "TERMINATING";
  readonly timeout?: number;
}

/** An instance and its group. Functions get the number of the call. */
export interface Actions {
  /** `Terminating:Wait` if not given; null for an instance that is in no group. */
  readonly state?: string | null | ((nth: number) => string);
  readonly hooks?: readonly SceneHook[];
  /** The service's answer to a heartbeat, and to a completion; undefined for success. */
  readonly heartbeat?: (input: Readonly<Record<string, unknown>>, nth: number) => Reply | undefined;
  readonly complete?: (nth: number) => Reply | undefined;
  readonly describeHooks?: () => Reply | undefined;
  readonly metadata?: Scene["metadata"];
}

/** The service's words for an action that is not there, too early and too late. */
export const inactive: Reply = {
  error: ["ValidationError", "No active Lifecycle Action found with instance ID i-0abc"],
};

/** A refusal because a permission is missing. */
export const denied: Reply = { error: ["AccessDenied", "User is not authorized", 403] };

const yes: Reply = { xml: "" };

/** A scene with one instance, `i-0abc` of the group `workers`. */
export function actionScene(actions: Actions = {}): Scene {
  const { state = "Terminating:Wait", hooks = [{ name: "drain" }], heartbeat, complete, describeHooks } = actions;
  return {
    metadata: actions.metadata ?? ((path) => (path === "instance-id" ? "i-0abc" : undefined)),
    operations: {
      DescribeAutoScalingInstances: (_, nth) => {
        const now = typeof state === "function" ? state(nth) : state;
        return { xml: `<AutoScalingInstances>${now === null ? "" : instance(now)}</AutoScalingInstances>` };
      },
      DescribeLifecycleHooks: () =>
        describeHooks?.() ?? { xml: `<LifecycleHooks>${hooks.map(hookXml).join("")}</LifecycleHooks>` },
      RecordLifecycleActionHeartbeat: (input, nth) => heartbeat?.(input, nth) ?? yes,
      CompleteLifecycleAction: (_, nth) => complete?.(nth) ?? yes,
    },
  };
}

function instance(state: string): string {
  return (
    "<member><InstanceId>i-0abc</InstanceId><AutoScalingGroupName>workers</AutoScalingGroupName>" +
    `<LifecycleState>${state}</LifecycleState><HealthStatus>HEALTHY</HealthStatus></member>`
  );
}

function hookXml({ name, transition = "TERMINATING", timeout = 300 }: SceneHook): string {
  return (
    `<member><LifecycleHookName>${name}</LifecycleHookName><AutoScalingGroupName>workers</AutoScalingGroupName>` +
    `<LifecycleTransition>autoscaling:EC2_INSTANCE_${transition}</LifecycleTransition>` +
    `<HeartbeatTimeout>${timeout}</HeartbeatTimeout><GlobalTimeout>${timeout * 100}</GlobalTimeout>` +
    "<DefaultResult>ABANDON</DefaultResult></member>"
  );
}
