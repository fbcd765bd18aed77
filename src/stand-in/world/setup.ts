import type { Shape, StructureShape } from "../../operations/shape";
import type { GroupSetup } from "./auto-scaling";
import type { ApplicationSetup } from "./code-deploy";
import { lifecycleEvents } from "./deployment";
import { deploymentStages, type ServiceSetup } from "./service-deployment";
import type { ParameterSetup } from "./ssm";

/** The things that exist at the start, and the events that follow. */
export interface Setup {
  /** The Auto Scaling groups. */
  readonly groups?: readonly GroupSetup[];
  /** CodeDeploy's applications. */
  readonly applications?: readonly ApplicationSetup[];
  /** The services of ECS. */
  readonly services?: readonly ServiceSetup[];
  /** The parameters of Systems Manager. */
  readonly parameters?: readonly ParameterSetup[];
  /** The instance whose metadata is served; the first of the groups' if absent. */
  readonly instance?: string;
  readonly events?: readonly TimedEvent[];
}

/** Something that happens so many seconds of the clock after the start. */
export interface TimedEvent {
  readonly after: number;
  readonly launch?: { readonly group: string; readonly instance?: string };
  /** The id of an instance. */
  readonly terminate?: string;
  /** The id of an instance that gets two minutes' notice. */
  readonly spot?: string;
  readonly deploy?: { readonly service: string; readonly cluster?: string };
}

/** The things that exist if nothing else is said. */
export const usualSetup: Setup = {
  groups: [{ name: "web", instances: [{ id: "i-00000000000000001" }] }],
};

const text: Shape = { kind: "string", min: 1, max: 2048 };
const anyText: Shape = { kind: "string" };
const values = (...allowed: readonly string[]): Shape => ({ kind: "string", values: allowed });
const list = (of: Shape): Shape => ({ kind: "list", of });
const minutes: Shape = { kind: "integer", min: 1, max: 20_160 };
const structure = (required: readonly string[], members: StructureShape["members"]): StructureShape => ({
  kind: "structure",
  required,
  members,
});

const instanceId: Shape = { kind: "string", min: 1, max: 19 };
const states = ["Pending", "InService", "Standby", "Detached"];

const hook = structure(["LifecycleHookName", "LifecycleTransition"], {
  LifecycleHookName: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
  LifecycleTransition: values("autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"),
  HeartbeatTimeout: { kind: "integer", min: 30, max: 7200 },
  DefaultResult: values("CONTINUE", "ABANDON"),
  NotificationTargetARN: text,
  NotificationMetadata: text,
  RoleARN: text,
});

const deploymentGroup = structure(["name"], {
  name: text,
  platform: values("Server", "Lambda", "ECS"),
  hooks: list(values(...new Set([...lifecycleEvents.Lambda, ...lifecycleEvents.ECS]))),
  autoRollback: { kind: "boolean" },
  ready: structure(["action"], { action: values("STOP_DEPLOYMENT", "CONTINUE_DEPLOYMENT"), waitMinutes: minutes }),
  terminationWaitMinutes: minutes,
});

/** The form of a world file. */
export const setupShape = structure([], {
  groups: list(
    structure(["name"], {
      name: text,
      tags: { kind: "map", key: text, value: anyText },
      hooks: list(hook),
      instances: list(structure(["id"], { id: instanceId, state: values(...states) })),
    }),
  ),
  applications: list(structure(["name", "groups"], { name: text, groups: list(deploymentGroup) })),
  services: list(
    structure(["name"], {
      name: text,
      cluster: text,
      pauses: list(
        structure(["stage"], {
          stage: values(...deploymentStages),
          timeoutMinutes: minutes,
          timeoutAction: values("ROLLBACK", "CONTINUE"),
        }),
      ),
      deploying: { kind: "boolean" },
    }),
  ),
  parameters: list(
    structure(["Name", "Value"], {
      Name: text,
      Value: anyText,
      Type: values("String", "StringList", "SecureString"),
    }),
  ),
  instance: instanceId,
  events: list(
    structure(["after"], {
      after: { kind: "double", min: 0, max: 31_536_000 },
      launch: structure(["group"], { group: text, instance: instanceId }),
      terminate: instanceId,
      spot: instanceId,
      deploy: structure(["service"], { service: text, cluster: text }),
    }),
  ),
});
