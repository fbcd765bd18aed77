import { countText } from "../../failure/report";
import { Refusal } from "../errors";
import { account, region, remember, stepSeconds, type Behaviours, type Setting } from "./setting";

/** A service of the world file. */
export interface ServiceSetup {
  readonly name: string;
  readonly cluster?: string;
  /** At which stages each of its deployments pauses. */
  readonly pauses?: readonly Pause[];
  /** Whether a deployment is under way at the start. */
  readonly deploying?: boolean;
}

interface Pause {
  readonly stage: string;
  /** Minutes until the timeout's action; a day if not given. */
  readonly timeoutMinutes?: number;
  readonly timeoutAction?: string;
}

interface HookDetails {
  readonly hookId: string;
  readonly targetType: "PAUSE";
  status: "AWAITING_ACTION" | "SUCCEEDED" | "FAILED" | "TIMED_OUT";
  readonly expiresAt: number;
  readonly timeoutAction: string;
  callOff: () => void;
}

interface ServiceDeployment {
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

/** Where a deployment pauses of which only the name is known. */
const usualPause: Pause = { stage: "POST_TEST_TRAFFIC_SHIFT" };

/** Amazon ECS: deployments of services that pause at hooks until these are continued. */
export class Ecs {
  readonly #services = new Map<string, Required<Omit<ServiceSetup, "deploying">>>();
  readonly #deployments = new Map<string, ServiceDeployment>();
  #started = 0;
  #paused = 0;

  constructor(
    private readonly setting: Setting,
    private readonly setups: readonly ServiceSetup[],
  ) {
    for (const { name, cluster = "default", pauses = [] } of setups) {
      this.#services.set(`${cluster}/${name}`, { name, cluster, pauses });
    }
  }

  /** Starts the deployments that are under way at the start. */
  start(): void {
    for (const { name, cluster, deploying = false } of this.setups) if (deploying) this.deploy(name, cluster);
  }

  readonly behaviours: Behaviours = {
    ListServiceDeployments: (input: ListInput) => {
      const { status = [], createdAt: { after = -Infinity, before = Infinity } = {} } = input;
      const { name, cluster } = this.#service(lastPart(input.service), lastPart(input.cluster ?? "default"));
      const found = [...this.#deployments.values()].filter(
        ({ service, status: is, createdAt }) =>
          service.name === name &&
          service.cluster === cluster &&
          (status.length === 0 || status.includes(is)) &&
          createdAt >= after &&
          createdAt <= before,
      );
      return { serviceDeployments: found.reverse().map(described) };
    },
    DescribeServiceDeployments: (input: { readonly serviceDeploymentArns: readonly string[] }) => {
      const found = input.serviceDeploymentArns.map((arn) => [arn, this.#known(arn)] as const);
      return {
        serviceDeployments: found.flatMap(([, deployment]) => (deployment ? [described(deployment)] : [])),
        failures: found.flatMap(([arn, deployment]) => (deployment ? [] : [{ arn, reason: "MISSING" }])),
      };
    },
    ContinueServiceDeployment: (input: ContinueInput) => {
      const deployment = this.#find(input.serviceDeploymentArn);
      const hook = deployment.hooks.find(({ hookId }) => hookId === input.hookId) ?? this.#bearHook(deployment, input);
      if (hook.status !== "AWAITING_ACTION") {
        throw new Refusal("InvalidParameterException", `The hook ${hook.hookId} does not wait: it is ${hook.status}.`);
      }
      const isRefused = input.action === "ROLLBACK";
      this.#answer(deployment, hook, isRefused ? "FAILED" : "SUCCEEDED", isRefused ? "ROLLBACK" : "CONTINUE");
      return { serviceDeploymentArn: deployment.arn };
    },
    StopServiceDeployment: (input: { readonly serviceDeploymentArn: string; readonly stopType?: string }) => {
      const deployment = this.#find(input.serviceDeploymentArn);
      if (isOver(deployment) || deployment.status !== "IN_PROGRESS") {
        throw new Refusal("ConflictException", `The service deployment is ${deployment.status}.`);
      }
      if (input.stopType === "ABORT") this.#end(deployment, "STOPPED", "The deployment was stopped.");
      else this.#rollBack(deployment, "The deployment was stopped.");
      return { serviceDeploymentArn: deployment.arn };
    },
  };

  /** Starts a deployment of a service. */
  deploy(name: string, cluster = "default"): void {
    this.#start(this.#service(name, cluster));
  }

  #start(service: ServiceDeployment["service"], id = `dep-${++this.#started}`): ServiceDeployment {
    const deployment: ServiceDeployment = {
      arn: id.startsWith("arn:") ? id : arnOf("service-deployment", service, `/${id}`),
      service,
      createdAt: this.setting.clock.now(),
      status: "IN_PROGRESS",
      stage: deploymentStages[0],
      hooks: [],
      callOff: () => undefined,
    };
    remember(this.#deployments, deployment.arn, deployment);
    this.setting.happened(`a deployment of ${service.name} starts`, { serviceDeploymentArn: deployment.arn });
    this.#enter(deployment, deploymentStages[0]);
    return deployment;
  }

  #enter(deployment: ServiceDeployment, stage: string): void {
    deployment.stage = stage;
    const pauses = deployment.service.pauses.filter((pause) => pause.stage === stage);
    for (const pause of pauses) this.#pause(deployment, pause);
    if (pauses.length > 0) return;
    deployment.callOff = this.setting.clock.after(stepSeconds, () => {
      this.#leave(deployment);
    });
  }

  #leave(deployment: ServiceDeployment): void {
    const next = deploymentStages[deploymentStages.findIndex((stage) => stage === deployment.stage) + 1];
    if (next === undefined) this.#end(deployment, "SUCCESSFUL");
    else this.#enter(deployment, next);
  }

  #pause(deployment: ServiceDeployment, pause: Pause, hookId = `hook-${++this.#paused}`): HookDetails {
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
        this.#answer(deployment, hook, "TIMED_OUT", timeoutAction);
      }),
    };
    deployment.hooks.push(hook);
    happened(`the deployment of ${deployment.service.name} pauses at ${deployment.stage}`, details);
    return hook;
  }

  #answer(deployment: ServiceDeployment, hook: HookDetails, status: HookDetails["status"], action: string): void {
    hook.callOff();
    hook.status = status;
    const { name } = deployment.service;
    if (action === "ROLLBACK") this.#rollBack(deployment, `A hook at ${deployment.stage} of ${name} said so.`);
    else if (deployment.hooks.every((other) => other.status !== "AWAITING_ACTION")) this.#leave(deployment);
  }

  #rollBack(deployment: ServiceDeployment, reason: string): void {
    this.#callOff(deployment);
    Object.assign(deployment, { status: "ROLLBACK_IN_PROGRESS", rollbackReason: reason });
    deployment.callOff = this.setting.clock.after(stepSeconds, () => {
      this.#end(deployment, "ROLLBACK_SUCCESSFUL", reason);
    });
  }

  #end(deployment: ServiceDeployment, status: string, statusReason?: string): void {
    this.#callOff(deployment);
    Object.assign(deployment, { status, statusReason, finishedAt: this.setting.clock.now() });
    const { arn, service } = deployment;
    this.setting.happened(`the deployment of ${service.name} is ${status}`, { serviceDeploymentArn: arn, status });
  }

  #callOff({ hooks, callOff }: ServiceDeployment): void {
    callOff();
    for (const hook of hooks) hook.callOff();
  }

  /** A service that is not known comes into being with a deployment that pauses, unless the world is strict. */
  #service(name: string, cluster: string): ServiceDeployment["service"] {
    const known = this.#services.get(`${cluster}/${name}`);
    if (known) return known;
    if (this.setting.isStrict) throw new Refusal("ServiceNotFoundException");
    const service = remember(this.#services, `${cluster}/${name}`, { name, cluster, pauses: [usualPause] });
    this.#start(service);
    return service;
  }

  #known(arn: string): ServiceDeployment | undefined {
    const known = this.#deployments.get(arn);
    if (known || this.setting.isStrict || arn.length > 1000) return known;
    const [, cluster = "default", name = "service"] = arn.split("/");
    return this.#start({ name, cluster, pauses: [usualPause] }, arn.startsWith("arn:") ? arn : `arn:${arn}`);
  }

  #find(arn: string): ServiceDeployment {
    const deployment = this.#known(arn);
    if (!deployment) throw new Refusal("ServiceDeploymentNotFoundException");
    return deployment;
  }

  /** The hook that a call needs. */
  #bearHook(deployment: ServiceDeployment, { hookId }: ContinueInput): HookDetails {
    if (this.setting.isStrict || isOver(deployment)) {
      throw new Refusal("InvalidParameterException", `The deployment has no hook ${hookId}.`);
    }
    deployment.callOff();
    return this.#pause(deployment, usualPause, hookId);
  }
}

interface ListInput {
  readonly service: string;
  readonly cluster?: string;
  readonly status?: readonly string[];
  readonly createdAt?: { readonly after?: number; readonly before?: number };
}
interface ContinueInput {
  readonly serviceDeploymentArn: string;
  readonly hookId: string;
  readonly action?: string;
}

function isOver({ finishedAt }: ServiceDeployment): boolean {
  return finishedAt !== undefined;
}

function described(deployment: ServiceDeployment): object {
  const {
    arn,
    service,
    createdAt,
    status,
    statusReason,
    stage,
    hooks,
    finishedAt,
    rollbackReason: reason,
  } = deployment;
  const revision = arnOf("service-revision", service, "/1");
  return {
    serviceDeploymentArn: arn,
    serviceArn: arnOf("service", service),
    clusterArn: `arn:aws:ecs:${region}:${account}:cluster/${service.cluster}`,
    createdAt,
    startedAt: createdAt,
    finishedAt,
    stoppedAt: status === "STOPPED" ? finishedAt : undefined,
    updatedAt: finishedAt ?? createdAt,
    targetServiceRevisionArn: revision,
    targetServiceRevision: { arn: revision, requestedTaskCount: 1, runningTaskCount: 1, pendingTaskCount: 0 },
    status,
    statusReason,
    lifecycleStage: stage,
    lifecycleHookDetails: hooks.length > 0 ? hooks : undefined,
    deploymentConfiguration: { strategy: "BLUE_GREEN" },
    rollback: reason === undefined ? undefined : { reason, startedAt: finishedAt, serviceRevisionArn: revision },
  };
}

function arnOf(
  kind: string,
  { cluster, name }: { readonly cluster: string; readonly name: string },
  more = "",
): string {
  return `arn:aws:ecs:${region}:${account}:${kind}/${cluster}/${name}${more}`;
}

/** What a name or an ARN ends with. */
function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
