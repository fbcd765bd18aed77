import { countText } from "../../failure/report";
import { stepSeconds, type Setting } from "./setting";

export type Platform = "Server" | "Lambda" | "ECS";

/** A lifecycle event of a deployment. Times in milliseconds since 1970. */
export interface Step {
  readonly name: string;
  /** The function that the AppSpec names for the event. */
  readonly hook: string | undefined;
  /** Present once the hook was started. */
  executionId?: string;
  status: "Pending" | "InProgress" | "Succeeded" | "Failed" | "Skipped";
  startTime?: number;
  endTime?: number;
  message?: string;
  logTail: string;
}

/** The way in which a deployment group deploys. Times in minutes. */
export interface GroupOptions {
  /** The step before the traffic is shifted: go on, or be ready and stop (or go on) when nobody continues in time. */
  readonly ready?: { readonly action: "STOP_DEPLOYMENT" | "CONTINUE_DEPLOYMENT"; readonly waitMinutes?: number };
  /** The time that the old tasks or instances stay after the shift. */
  readonly terminationWaitMinutes?: number;
}

/** A deployment, from its start to its end. */
export interface Deployment {
  readonly id: string;
  readonly application: string;
  readonly group: string;
  readonly platform: Platform;
  readonly target: string;
  readonly options: GroupOptions;
  /** The events after which it is rolled back. */
  rollsBackOn: readonly string[];
  /** The input of CreateDeployment. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly creator: string;
  /** Whether it exists only because a call named it. */
  readonly isNamedOnly: boolean;
  readonly steps: readonly Step[];
  readonly createTime: number;
  status: "Created" | "InProgress" | "Ready" | "Succeeded" | "Failed" | "Stopped";
  completeTime?: number;
  waits?: "READY_WAIT" | "TERMINATION_WAIT";
  wasReady?: boolean;
  error?: { readonly code: string; readonly message: string };
  rollback?: Readonly<Record<string, string>>;
  callOff: () => void;
}

/** The lifecycle events of each platform in order, those of a deployment in place (CodeDeploy User Guide, "AppSpec 'hooks' section"). */
export const lifecycleEvents: Readonly<Record<Platform, readonly string[]>> = {
  Server: [
    "ApplicationStop",
    "DownloadBundle",
    "BeforeInstall",
    "Install",
    "AfterInstall",
    "ApplicationStart",
    "ValidateService",
  ],
  Lambda: ["BeforeAllowTraffic", "AllowTraffic", "AfterAllowTraffic"],
  ECS: [
    "BeforeInstall",
    "Install",
    "AfterInstall",
    "AllowTestTraffic",
    "AfterAllowTestTraffic",
    "BeforeAllowTraffic",
    "AllowTraffic",
    "AfterAllowTraffic",
  ],
};

/** Whether new targets replace the old ones once they have the traffic. Instances do if their group has a wait before or after that. */
export function isBlueGreen(platform: Platform, { ready, terminationWaitMinutes }: GroupOptions): boolean {
  return platform !== "Server" || ready !== undefined || terminationWaitMinutes !== undefined;
}

/** The lifecycle events of a target that is deployed to; instances that replace others get the traffic at the end. */
export function eventsOf(platform: Platform, options: GroupOptions): readonly string[] {
  const own = lifecycleEvents[platform];
  return platform === "Server" && isBlueGreen(platform, options) ? [...own, ...lifecycleEvents.Lambda] : own;
}

/** The event before which a deployment is Ready, if its group says so: the shift of the traffic and what leads to it. */
const readyBefore = "BeforeAllowTraffic";

/** The seconds that CodeDeploy waits for a hook's report. */
const reportSeconds = 3600;

/** Whether nothing more will happen to a deployment by itself. */
export function isOver({ completeTime }: Deployment): boolean {
  return completeTime !== undefined;
}

/** The lives of deployments. `onFailed` is told of each that failed or was stopped. */
export class Deployments {
  constructor(
    private readonly setting: Setting,
    private readonly onFailed: (deployment: Deployment) => void,
  ) {}

  /** Moves a deployment on: to its next lifecycle event, to a wait, or to its end. */
  advance(deployment: Deployment): void {
    if (isOver(deployment)) return;
    delete deployment.waits;
    deployment.status = "InProgress";
    const at = deployment.steps.findIndex(({ status }) => status === "Pending");
    const step = deployment.steps[at];
    const { ready } = deployment.options;
    if (!step) this.#finish(deployment);
    else if (ready?.action === "STOP_DEPLOYMENT" && step.name === readyBefore && !deployment.wasReady) {
      this.#beReady(deployment, ready.waitMinutes);
    } else this.#start(deployment, step);
  }

  /** Takes a hook's report. */
  report(deployment: Deployment, step: Step, status: "Succeeded" | "Failed", message: string): void {
    deployment.callOff();
    Object.assign(step, { status, message, endTime: this.setting.clock.now() });
    if (status === "Succeeded") this.advance(deployment);
    else {
      const error = { code: "HOOK_EXECUTION_FAILURE", message: `The hook of ${step.name} failed: ${message}` };
      this.end(deployment, "Failed", error);
    }
  }

  /** Ends a deployment; events that have not begun are skipped. */
  end(deployment: Deployment, status: "Succeeded" | "Failed" | "Stopped", error?: Deployment["error"]): void {
    const now = this.setting.clock.now();
    deployment.callOff();
    delete deployment.waits;
    for (const step of deployment.steps) {
      if (step.status === "Pending") step.status = "Skipped";
      if (step.status === "InProgress") Object.assign(step, { status: "Failed", endTime: now });
    }
    Object.assign(deployment, { status, completeTime: now, ...(error && { error }) });
    const why = error && { code: error.code, message: error.message };
    this.setting.happened(`${deployment.id} is ${status}`, { deploymentId: deployment.id, status, ...why });
    if (status !== "Succeeded") this.onFailed(deployment);
  }

  #start(deployment: Deployment, step: Step): void {
    const { clock } = this.setting;
    Object.assign(step, { status: "InProgress", startTime: clock.now() });
    if (step.hook !== undefined) {
      this.#startHook(deployment, step, step.hook);
      return;
    }
    deployment.callOff = clock.after(stepSeconds, () => {
      Object.assign(step, { status: "Succeeded", endTime: clock.now() });
      this.advance(deployment);
    });
  }

  #startHook(deployment: Deployment, step: Step, functionName: string): void {
    const { clock, happened, onHook } = this.setting;
    const executionId = Buffer.from(JSON.stringify({ d: deployment.id, e: step.name })).toString("base64url");
    step.executionId = executionId;
    deployment.callOff = clock.after(reportSeconds, () => {
      happened(`${deployment.id} had no report of ${step.name} in an hour`, {
        deploymentId: deployment.id,
        lifecycleEvent: step.name,
      });
      this.report(deployment, step, "Failed", "no report came within an hour");
    });
    happened(`${deployment.id} waits for a report of ${step.name}`, {
      deploymentId: deployment.id,
      lifecycleEventHookExecutionId: executionId,
      lifecycleEvent: step.name,
      function: functionName,
    });
    const onOutput = (tail: string): void => {
      step.logTail = tail;
    };
    onHook({ deploymentId: deployment.id, executionId, event: step.name, functionName, onOutput });
  }

  #beReady(deployment: Deployment, minutes = 60): void {
    const { clock, happened } = this.setting;
    Object.assign(deployment, { status: "Ready", waits: "READY_WAIT", wasReady: true });
    happened(`${deployment.id} is Ready`, { deploymentId: deployment.id, waitMinutes: minutes });
    deployment.callOff = clock.after(minutes * 60, () => {
      const message = `Nobody continued the deployment within ${countText(minutes, "minute")}.`;
      this.end(deployment, "Stopped", { code: "TIMEOUT", message });
    });
  }

  #finish(deployment: Deployment): void {
    const { terminationWaitMinutes: minutes = 0 } = deployment.options;
    if (deployment.platform === "Lambda" || minutes === 0) {
      this.end(deployment, "Succeeded");
      return;
    }
    Object.assign(deployment, { status: "Ready", waits: "TERMINATION_WAIT" });
    const { clock, happened } = this.setting;
    const old = deployment.platform === "Server" ? "instances" : "tasks";
    happened(`${deployment.id} keeps the old ${old}`, { deploymentId: deployment.id, waitMinutes: minutes });
    deployment.callOff = clock.after(minutes * 60, () => {
      this.end(deployment, "Succeeded");
    });
  }
}
