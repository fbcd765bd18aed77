import { countText } from "../../failure/report";
import { stepSeconds, type Setting } from "./setting";

/** A service of the world file. */
export interface ServiceSetup {
  readonly name: string;
  readonly cluster?: string;
  /** At which stages each of its deployments pauses. */
  readonly pauses?: readonly Pause[];
  /** Whether a deployment is under way at the start. */
  readonly deploying?: boolean;
}

/** A pause of the world file. */
export interface Pause {
  readonly stage: string;
  /** Minutes until the timeout's action; a day if not given. */
  readonly timeoutMinutes?: number;
  readonly timeoutAction?: string;
}

/** A pause of a deployment. `expiresAt` in milliseconds since 1970. */
export interface HookDetails {
  readonly hookId: string;
  readonly targetType: "PAUSE";
  status: "AWAITING_ACTION" | "SUCCEEDED" | "FAILED" | "TIMED_OUT";
  readonly expiresAt: number;
  readonly timeoutAction: string;
  callOff: () => void;
}

/** A deployment of a service, from its start to its end. Times in milliseconds since 1970. */
export interface ServiceDeployment {
  readonly arn: string;
  readonly service: Required<Omit<ServiceSetup, "deploying">>;
  readonly createdAt: number;
  status: string;
  statusReason?: string;
  stage: string;
  readonly hooks: HookDetails[];
  finishedAt?: number;
  rollbackReason?: string;
  callOff: () => void;
}

/** The stages of a deployment, in order (ECS Developer Guide, "Lifecycle hooks for Amazon ECS service deployments"). */
export const deploymentStages = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRE_PRODUCTION_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
  "BAKE_TIME",
  "CLEAN_UP",
] as const;

/** Whether nothing more will happen to a deployment. */
export function isOver({ finishedAt }: ServiceDeployment): boolean {
  return finishedAt !== undefined;
}

/** The lives of ECS's deployments: they go from stage to stage and wait at the hooks of their service. */
export class ServiceDeployments {
  #paused = 0;

  constructor(private readonly setting: Setting) {}

  /** Starts a deployment. */
  start(deployment: ServiceDeployment): void {
    const { arn, service } = deployment;
    this.setting.happened(`a deployment of ${service.name} starts`, { serviceDeploymentArn: arn });
    this.#enter(deployment, deploymentStages[0]);
  }

  #enter(deployment: ServiceDeployment, stage: string): void {
    deployment.stage = stage;
    const pauses = deployment.service.pauses.filter((pause) => pause.stage === stage);
    for (const pause of pauses) this.pause(deployment, pause);
    if (pauses.length > 0) return;
    deployment.callOff = this.setting.clock.after(stepSeconds, () => {
      this.#leave(deployment);
    });
  }

  #leave(deployment: ServiceDeployment): void {
    const next = deploymentStages[deploymentStages.findIndex((stage) => stage === deployment.stage) + 1];
    if (next === undefined) this.end(deployment, "SUCCESSFUL");
    else this.#enter(deployment, next);
  }

  /** Holds a deployment at a hook until that is answered or its time is over. */
  pause(deployment: ServiceDeployment, pause: Pause, hookId = `hook-${++this.#paused}`): HookDetails {
    const { timeoutMinutes: minutes = 1440, timeoutAction = "ROLLBACK" } = pause;
    const { clock, happened } = this.setting;
    const details = { serviceDeploymentArn: deployment.arn, hookId, stage: deployment.stage };
    const hook: HookDetails = {
      hookId,
      targetType: "PAUSE",
      status: "AWAITING_ACTION",
      expiresAt: clock.now() + minutes * 60_000,
      timeoutAction,
      callOff: clock.after(minutes * 60, () => {
        happened(
          `nobody continued the deployment of ${deployment.service.name} in ${countText(minutes, "minute")}`,
          details,
        );
        this.answer(deployment, hook, "TIMED_OUT", timeoutAction);
      }),
    };
    deployment.hooks.push(hook);
    happened(`the deployment of ${deployment.service.name} pauses at ${deployment.stage}`, details);
    return hook;
  }

  /** Takes a hook's answer: CONTINUE or ROLLBACK. */
  answer(deployment: ServiceDeployment, hook: HookDetails, status: HookDetails["status"], action: string): void {
    hook.callOff();
    hook.status = status;
    const { name } = deployment.service;
    if (action === "ROLLBACK") this.rollBack(deployment, `A hook at ${deployment.stage} of ${name} said so.`);
    else if (deployment.hooks.every((other) => other.status !== "AWAITING_ACTION")) this.#leave(deployment);
  }

  /** Takes a deployment back. */
  rollBack(deployment: ServiceDeployment, reason: string): void {
    this.#callOff(deployment);
    Object.assign(deployment, { status: "ROLLBACK_IN_PROGRESS", rollbackReason: reason });
    deployment.callOff = this.setting.clock.after(stepSeconds, () => {
      this.end(deployment, "ROLLBACK_SUCCESSFUL", reason);
    });
  }

  /** Ends a deployment. */
  end(deployment: ServiceDeployment, status: string, statusReason?: string): void {
    this.#callOff(deployment);
    Object.assign(deployment, { status, statusReason, finishedAt: this.setting.clock.now() });
    const { arn, service } = deployment;
    this.setting.happened(`the deployment of ${service.name} is ${status}`, { serviceDeploymentArn: arn, status });
  }

  #callOff({ hooks, callOff }: ServiceDeployment): void {
    callOff();
    for (const hook of hooks) hook.callOff();
  }
}
