import { randomUUID } from "node:crypto";
import { secondsText } from "../../failure/report";
import { account, remember, stepSeconds, type Setting } from "./setting";

/** A lifecycle hook, with all its values, put or default. Times in seconds. */
export interface Hook {
  readonly LifecycleHookName: string;
  readonly AutoScalingGroupName: string;
  readonly LifecycleTransition: string;
  readonly HeartbeatTimeout: number;
  readonly DefaultResult: string;
  readonly NotificationTargetARN?: string;
  readonly NotificationMetadata?: string;
  readonly RoleARN?: string;
}

/** An Auto Scaling group. */
export interface Group {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly hooks: Map<string, Hook>;
  readonly instances: Map<string, Instance>;
  /** Whether the group replaces an instance whose launch was abandoned. */
  readonly replaces: boolean;
  readonly createdAt: number;
}

/** An instance of a group. */
export interface Instance {
  readonly id: string;
  readonly group: Group;
  state: string;
  /** The target lifecycle state, as instance metadata calls it. */
  target: "InService" | "Terminated";
  /** The actions that it waits for, by their hooks' names. */
  readonly actions: Map<string, Action>;
}

/** A wait at a hook. */
export interface Action {
  readonly token: string;
  readonly hook: Hook;
  readonly instance: Instance;
  /** The time at which it ends for good, in milliseconds since 1970. */
  readonly ends: number;
  callOff: () => void;
}

const launching = "autoscaling:EC2_INSTANCE_LAUNCHING";

/** The seconds that a hook can hold an instance, however many heartbeats come (LifecycleHook's API reference). */
export function globalTimeout({ HeartbeatTimeout: timeout }: Hook): number {
  return Math.min(172_800, 100 * timeout);
}

/** The lives of instances: they wait at the hooks of their group, until an action is completed or expires. */
export class Lifecycle {
  readonly actions = new Map<string, Action>();
  /** The ids of instances that existed once. */
  readonly gone = new Map<string, true>();
  #launched = 0;

  constructor(private readonly setting: Setting) {}

  /** Launches an instance: it waits at the group's hooks for launches, if there are any. */
  launch(group: Group, id = this.#newId()): Instance {
    const instance = this.add(group, id, "Pending");
    this.setting.happened(`${id} of ${group.name} is launched`, { instance: id, group: group.name });
    this.#enter(instance, launching);
    return instance;
  }

  /** Terminates an instance: it waits at the group's hooks for terminations, if there are any. */
  terminate(instance: Instance): void {
    if (instance.target === "Terminated") return;
    this.#dropActions(instance);
    instance.target = "Terminated";
    instance.state = "Terminating";
    this.setting.happened(`${instance.id} of ${instance.group.name} will be terminated`, { instance: instance.id });
    this.#enter(instance, "autoscaling:EC2_INSTANCE_TERMINATING");
  }

  /** Removes an instance at once, whatever it waits for. */
  remove(instance: Instance): void {
    this.#dropActions(instance);
    instance.target = "Terminated";
    instance.state = "Terminated";
    instance.group.instances.delete(instance.id);
    remember(this.gone, instance.id, true);
    this.setting.happened(`${instance.id} of ${instance.group.name} is terminated`, { instance: instance.id });
  }

  /** Adds an instance in this state. */
  add(group: Group, id: string, state: string): Instance {
    const target = state.startsWith("Terminat") ? "Terminated" : "InService";
    return remember(group.instances, id, { id, group, state, target, actions: new Map<string, Action>() });
  }

  /** Makes an instance wait at a hook. */
  wait(instance: Instance, hook: Hook, token: string = randomUUID()): Action {
    instance.state = hook.LifecycleTransition === launching ? "Pending:Wait" : "Terminating:Wait";
    instance.target = hook.LifecycleTransition === launching ? "InService" : "Terminated";
    const ends = this.setting.clock.now() + globalTimeout(hook) * 1000;
    const action: Action = { token, hook, instance, ends, callOff: () => undefined };
    instance.actions.set(hook.LifecycleHookName, action);
    remember(this.actions, token, action);
    this.heartbeat(action);
    return action;
  }

  /** Restarts the time of an action; it never goes beyond the global timeout. */
  heartbeat(action: Action): void {
    const { hook, ends } = action;
    action.callOff();
    const left = (ends - this.setting.clock.now()) / 1000;
    const isLast = left <= hook.HeartbeatTimeout;
    action.callOff = this.setting.clock.after(Math.min(hook.HeartbeatTimeout, left), () => {
      const why = isLast
        ? "has come to its global timeout"
        : `had no heartbeat for ${secondsText(hook.HeartbeatTimeout)}`;
      this.setting.happened(`the action of ${hook.LifecycleHookName} on ${action.instance.id} ${why}`, {
        instance: action.instance.id,
        hook: hook.LifecycleHookName,
        result: hook.DefaultResult,
      });
      this.complete(action, hook.DefaultResult);
    });
  }

  /** Ends an action. ABANDON also ends the instance's other actions, and a launch. */
  complete(action: Action, result: string): void {
    const { hook, instance } = action;
    action.callOff();
    instance.actions.delete(hook.LifecycleHookName);
    if (result === "ABANDON") this.#dropActions(instance);
    if (instance.actions.size > 0) return;
    if (result === "ABANDON" && instance.target === "InService") this.#abandonLaunch(instance);
    else this.#proceed(instance);
  }

  #enter(instance: Instance, transition: string): void {
    const hooks = [...instance.group.hooks.values()].filter((hook) => hook.LifecycleTransition === transition);
    for (const hook of hooks) this.#notify(this.wait(instance, hook));
    if (hooks.length === 0) this.#proceed(instance);
  }

  /** Tells what Auto Scaling sends to a hook's target and to EventBridge. */
  #notify({ token, hook, instance }: Action): void {
    this.setting.happened(`${instance.id} waits at ${hook.LifecycleHookName}`, {
      AccountId: account,
      LifecycleHookName: hook.LifecycleHookName,
      LifecycleTransition: hook.LifecycleTransition,
      AutoScalingGroupName: instance.group.name,
      EC2InstanceId: instance.id,
      LifecycleActionToken: token,
      ...(hook.NotificationMetadata !== undefined && { NotificationMetadata: hook.NotificationMetadata }),
    });
  }

  #proceed(instance: Instance): void {
    const { clock, happened } = this.setting;
    instance.state = instance.target === "InService" ? "Pending:Proceed" : "Terminating:Proceed";
    clock.after(stepSeconds, () => {
      if (!instance.state.endsWith(":Proceed")) return;
      if (instance.target === "Terminated") {
        this.remove(instance);
        return;
      }
      instance.state = "InService";
      happened(`${instance.id} of ${instance.group.name} is in service`, { instance: instance.id });
    });
  }

  #abandonLaunch(instance: Instance): void {
    const { group } = instance;
    instance.target = "Terminated";
    instance.state = "Terminating:Proceed";
    this.setting.happened(`the launch of ${instance.id} is abandoned`, { instance: instance.id, group: group.name });
    this.setting.clock.after(stepSeconds, () => {
      this.remove(instance);
      if (group.replaces) this.launch(group);
    });
  }

  #dropActions({ actions }: Instance): void {
    for (const action of actions.values()) action.callOff();
    actions.clear();
  }

  #newId(): string {
    this.#launched++;
    return `i-${(0x1000 + this.#launched).toString(16).padStart(17, "0")}`;
  }
}
