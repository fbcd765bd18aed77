import { Refusal } from "../errors";
import {
  deploymentStages,
  isOver,
  ServiceDeployments,
  type HookDetails,
  type Pause,
  type ServiceDeployment,
  type ServiceSetup,
} from "./service-deployment";
import { account, region, remember, type Behaviours, type Setting } from "./setting";

/** The pause of a deployment of which only the name is known. */
const usualPause: Pause = { stage: "POST_TEST_TRAFFIC_SHIFT" };

/** Amazon ECS: deployments of services that pause at hooks until somebody continues them. */
export class Ecs {
  readonly #services = new Map<string, Required<Omit<ServiceSetup, "deploying">>>();
  readonly #deployments = new Map<string, ServiceDeployment>();
  readonly #lives: ServiceDeployments;
  #started = 0;

  constructor(
    private readonly setting: Setting,
    private readonly setups: readonly ServiceSetup[],
  ) {
    this.#lives = new ServiceDeployments(setting);
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
      this.#lives.answer(deployment, hook, isRefused ? "FAILED" : "SUCCEEDED", isRefused ? "ROLLBACK" : "CONTINUE");
      return { serviceDeploymentArn: deployment.arn };
    },
    StopServiceDeployment: (input: { readonly serviceDeploymentArn: string; readonly stopType?: string }) => {
      const deployment = this.#find(input.serviceDeploymentArn);
      if (isOver(deployment) || deployment.status !== "IN_PROGRESS") {
        throw new Refusal("ConflictException", `The service deployment is ${deployment.status}.`);
      }
      if (input.stopType === "ABORT") this.#lives.end(deployment, "STOPPED", "The deployment was stopped.");
      else this.#lives.rollBack(deployment, "The deployment was stopped.");
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
    this.#lives.start(deployment);
    return deployment;
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
    return this.#lives.pause(deployment, usualPause, hookId);
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

/** The last part of a name or an ARN. */
function lastPart(text: string): string {
  return text.slice(text.lastIndexOf("/") + 1);
}
