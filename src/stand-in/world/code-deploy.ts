import { Refusal } from "../errors";
import { readAppSpec, type AppSpec } from "./app-spec";
import {
  Deployments,
  eventsOf,
  isOver,
  type Deployment,
  type GroupOptions,
  type Platform,
  type Step,
} from "./deployment";
import { described, describedTarget } from "./deployment-answers";
import { remember, stepSeconds, type Behaviours, type Setting } from "./setting";

/** An application of the world file. */
export interface ApplicationSetup {
  readonly name: string;
  readonly groups: readonly GroupSetup[];
}

interface GroupSetup extends GroupOptions {
  readonly name: string;
  readonly platform?: Platform;
  /** The lifecycle events that have a hook, if the revision does not say so. */
  readonly hooks?: readonly string[];
  readonly autoRollback?: boolean;
}

interface Report {
  readonly deploymentId?: string;
  readonly lifecycleEventHookExecutionId?: string;
  readonly status?: string;
}
interface CreateInput {
  readonly applicationName: string;
  readonly deploymentGroupName?: string;
  readonly revision?: Revision;
  readonly autoRollbackConfiguration?: { readonly enabled?: boolean; readonly events?: readonly string[] };
}
interface Revision {
  readonly string?: { readonly content?: string };
  readonly appSpecContent?: { readonly content?: string };
}
interface ListInput {
  readonly applicationName?: string;
  readonly deploymentGroupName?: string;
  readonly includeOnlyStatuses?: readonly string[];
  readonly createTimeRange?: { readonly start?: number; readonly end?: number };
}

/** The greatest length of an execution's id, in characters: the service's own have a few hundred. */
const longestId = 4096;

/** AWS CodeDeploy: deployments that stop at their hooks until somebody reports. */
export class CodeDeploy {
  readonly #applications: ReadonlyMap<string, readonly GroupSetup[]>;
  readonly #deployments = new Map<string, Deployment>();
  readonly #executions = new Map<string, Map<string, string>>();
  readonly #lives: Deployments;
  #created = 0;

  constructor(
    private readonly setting: Setting,
    setups: readonly ApplicationSetup[],
  ) {
    this.#applications = new Map(setups.map(({ name, groups }) => [name, groups]));
    this.#lives = new Deployments(setting, (deployment) => {
      this.#rollBack(deployment);
    });
  }

  readonly behaviours: Behaviours = {
    CreateDeployment: (input: CreateInput) => ({ deploymentId: this.#create(input, this.#groupOf(input)).id }),
    PutLifecycleEventHookExecutionStatus: (input: Report) => this.#report(input),
    GetDeployment: (input: { readonly deploymentId: string }) => ({
      deploymentInfo: described(this.#find(input.deploymentId)),
    }),
    ListDeployments: (input: ListInput) => ({ deployments: this.#list(input).map(({ id }) => id) }),
    StopDeployment: (input: { readonly deploymentId: string; readonly autoRollbackEnabled?: boolean }) => {
      const deployment = this.#unfinished(input.deploymentId);
      if (input.autoRollbackEnabled === true) deployment.rollsBackOn = ["DEPLOYMENT_STOP_ON_REQUEST"];
      this.#lives.end(deployment, "Stopped", { code: "MANUAL_STOP", message: "The deployment was stopped." });
      return { status: "Succeeded", statusMessage: "The deployment is stopped." };
    },
    ContinueDeployment: (input: { readonly deploymentId?: string; readonly deploymentWaitType?: string }) => {
      const deployment = this.#unfinished(input.deploymentId ?? "");
      const { deploymentWaitType: type = "READY_WAIT" } = input;
      if (deployment.waits !== type && !deployment.isNamedOnly) {
        throw new Refusal("DeploymentIsNotInReadyStateException", `The deployment does not wait at ${type}.`);
      }
      deployment.callOff();
      if (type === "TERMINATION_WAIT") this.#lives.end(deployment, "Succeeded");
      else this.#lives.advance(deployment);
      return {};
    },
    ListDeploymentTargets: (input: { readonly deploymentId: string }) => ({
      targetIds: [this.#find(input.deploymentId).target],
    }),
    GetDeploymentTarget: (input: { readonly deploymentId: string; readonly targetId: string }) => ({
      deploymentTarget: this.#target(input.deploymentId, input.targetId),
    }),
    BatchGetDeploymentTargets: (input: { readonly deploymentId: string; readonly targetIds: readonly string[] }) => ({
      deploymentTargets: input.targetIds.map((id) => this.#target(input.deploymentId, id)),
    }),
  };

  /** The status of hook executions by deployment and id. */
  executions(): object {
    return Object.fromEntries([...this.#executions].map(([id, executions]) => [id, Object.fromEntries(executions)]));
  }

  /** Takes a report. Succeeded or Failed ends the execution, which then takes no second report. */
  #report({ deploymentId = "", lifecycleEventHookExecutionId: id = "", status }: Report): object {
    const known = this.#known(deploymentId);
    if (id === "" || id.length > longestId) throw new Refusal("InvalidLifecycleEventHookExecutionIdException");
    if (!status) throw new Refusal("InvalidLifecycleEventHookExecutionStatusException");
    const step = known?.steps.find(({ executionId }) => executionId === id);
    if (!step && this.setting.isStrict) throw new Refusal("InvalidLifecycleEventHookExecutionIdException");
    const before = this.#executions.get(deploymentId)?.get(id);
    if (before === "Succeeded" || before === "Failed" || (step && step.status !== "InProgress")) {
      throw new Refusal("LifecycleEventAlreadyCompletedException");
    }
    this.#keep(deploymentId, id, status);
    const isFinal = status === "Succeeded" || status === "Failed";
    if (known && step && isFinal) this.#lives.report(known, step, status, `${status} was reported`);
    if (!step) this.#believe(known ?? this.#bear(deploymentId), status);
    return { lifecycleEventHookExecutionId: id };
  }

  /** Sets the state of a deployment that nobody created from its reports. */
  #believe(deployment: Deployment, status: string): void {
    if (!deployment.isNamedOnly || isOver(deployment) || deployment.status === "Failed") return;
    deployment.status = status === "Succeeded" || status === "Failed" ? status : "InProgress";
  }

  #keep(deploymentId: string, id: string, status: string): void {
    const executions = this.#executions.get(deploymentId);
    remember(executions ?? remember(this.#executions, deploymentId, new Map<string, string>()), id, status);
  }

  /**
   * The deployment of an id, if there is one. Throws a Refusal for a text that is not an id, and for an id that a
   * strict world does not have.
   */
  #known(id: string): Deployment | undefined {
    if (id === "") throw new Refusal("DeploymentIdRequiredException");
    if (!/^d-.{1,100}$/s.test(id)) throw new Refusal("InvalidDeploymentIdException");
    const known = this.#deployments.get(id);
    if (!known && this.setting.isStrict) throw new Refusal("DeploymentDoesNotExistException");
    return known;
  }

  #find(id: string): Deployment {
    return this.#known(id) ?? Object.assign(this.#bear(id), { status: "Succeeded" });
  }

  #unfinished(id: string): Deployment {
    const deployment = this.#known(id) ?? this.#bear(id);
    if (isOver(deployment)) throw new Refusal("DeploymentAlreadyCompletedException");
    return deployment;
  }

  /** Makes a deployment that a call has named. */
  #bear(id: string): Deployment {
    const input = { applicationName: "application", deploymentGroupName: "group" };
    return this.#add({ id, input, group: { name: "group" }, spec: nothingSpecified, isNamedOnly: true });
  }

  #groupOf({ applicationName: application, deploymentGroupName: name }: CreateInput): GroupSetup {
    if (name === undefined || name === "") throw new Refusal("DeploymentGroupNameRequiredException");
    const groups = this.#applications.get(application);
    if (!groups && this.setting.isStrict) throw new Refusal("ApplicationDoesNotExistException");
    const group = groups?.find((known) => known.name === name);
    if (!group && this.setting.isStrict) throw new Refusal("DeploymentGroupDoesNotExistException");
    const active = this.#list({ applicationName: application, deploymentGroupName: name }).find(
      (known) => !isOver(known),
    );
    if (active && this.setting.isStrict) {
      const words = `The Deployment Group '${name}' already has an active Deployment '${active.id}'`;
      throw new Refusal("DeploymentLimitExceededException", words);
    }
    return group ?? { name };
  }

  #create(input: CreateInput, group: GroupSetup, rolledBack?: Deployment): Deployment {
    const { revision } = input;
    if (!revision) throw new Refusal("RevisionRequiredException");
    const content = revision.appSpecContent?.content ?? revision.string?.content;
    const spec = content === undefined ? nothingSpecified : readAppSpec(content);
    this.#created++;
    const id = `d-${this.#created.toString(36).toUpperCase().padStart(9, "0")}`;
    const deployment = this.#add({ id, input, group, spec, ...(rolledBack && { rolledBack }) });
    this.setting.happened(`${id} of ${input.applicationName} is created`, { deploymentId: id });
    deployment.callOff = this.setting.clock.after(stepSeconds, () => {
      this.#lives.advance(deployment);
    });
    return deployment;
  }

  #add({ id, input, group, spec, isNamedOnly = false, rolledBack }: NewDeployment): Deployment {
    const platform = spec.platform ?? group.platform ?? "Server";
    const named = rolledBack ? [] : (group.hooks ?? []);
    const steps = (isNamedOnly ? [] : eventsOf(platform, group)).map((name): Step => {
      const hook = rolledBack ? undefined : (spec.hooks.get(name) ?? (named.includes(name) ? name : undefined));
      return { name, hook: platform === "Server" ? undefined : hook, status: "Pending", logTail: "" };
    });
    const { autoRollbackConfiguration: { enabled = group.autoRollback ?? false, events } = {} } = input;
    return remember(this.#deployments, id, {
      id,
      application: input.applicationName,
      group: group.name,
      platform,
      target: platform === "Server" ? "i-00000000000000001" : (spec.target ?? input.applicationName),
      options: group,
      rollsBackOn: enabled ? (events ?? ["DEPLOYMENT_FAILURE"]) : [],
      input: { ...input },
      creator: rolledBack ? "codeDeployRollback" : "user",
      steps,
      createTime: this.setting.clock.now(),
      status: isNamedOnly ? "InProgress" : "Created",
      isNamedOnly,
      ...(rolledBack && { rollback: { rollbackTriggeringDeploymentId: rolledBack.id } }),
      callOff: () => undefined,
    });
  }

  /**
   * Deploys again what was there before, without running its hooks; after a failure of BeforeInstall nothing has
   * changed.
   */
  #rollBack(deployment: Deployment): void {
    const event = deployment.status === "Stopped" ? "DEPLOYMENT_STOP_ON_REQUEST" : "DEPLOYMENT_FAILURE";
    const isUntouched = deployment.steps[0]?.name === "BeforeInstall" && deployment.steps[0].status === "Failed";
    if (!deployment.rollsBackOn.includes(event) || isUntouched || deployment.isNamedOnly) return;
    const input = deployment.input as unknown as CreateInput;
    const group = { name: deployment.group, platform: deployment.platform };
    const { id } = this.#create({ ...input, autoRollbackConfiguration: { enabled: false } }, group, deployment);
    const rollbackMessage = `The deployment failed, and ${id} rolls it back.`;
    deployment.rollback = { rollbackDeploymentId: id, rollbackMessage };
  }

  /** Lists the ids of deployments, the newest first. */
  #list({
    applicationName,
    deploymentGroupName,
    includeOnlyStatuses = [],
    createTimeRange = {},
  }: ListInput): Deployment[] {
    const { start = -Infinity, end = Infinity } = createTimeRange;
    const found = [...this.#deployments.values()].filter(
      ({ application, group, status, createTime }) =>
        (applicationName === undefined || application === applicationName) &&
        (deploymentGroupName === undefined || group === deploymentGroupName) &&
        (includeOnlyStatuses.length === 0 || includeOnlyStatuses.includes(status)) &&
        createTime >= start &&
        createTime <= end,
    );
    return found.reverse();
  }

  #target(deploymentId: string, targetId: string): object {
    const deployment = this.#find(deploymentId);
    if (targetId !== deployment.target) throw new Refusal("DeploymentTargetDoesNotExistException");
    return describedTarget(deployment, this.setting.clock.now());
  }
}

interface NewDeployment {
  readonly id: string;
  readonly input: CreateInput;
  readonly group: GroupSetup;
  readonly spec: AppSpec;
  readonly isNamedOnly?: boolean;
  /** The deployment that this one takes back. */
  readonly rolledBack?: Deployment;
}

const nothingSpecified: AppSpec = { platform: undefined, hooks: new Map(), target: undefined };
