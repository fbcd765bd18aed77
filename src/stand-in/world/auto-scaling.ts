import { Refusal } from "../errors";
import { globalTimeout, Lifecycle, type Action, type Group, type Hook, type Instance } from "./lifecycle";
import { account, region, remember, type Behaviours, type Setting } from "./setting";

/** A group of the world file. */
export interface GroupSetup {
  readonly name: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly hooks?: readonly HookInput[];
  readonly instances?: readonly { readonly id: string; readonly state?: string }[];
}

type HookInput = Partial<Hook> & Pick<Hook, "LifecycleHookName">;
type HookName = Pick<Hook, "AutoScalingGroupName" | "LifecycleHookName">;
interface ActionInput extends HookName {
  readonly InstanceId?: string;
  readonly LifecycleActionToken?: string;
  readonly LifecycleActionResult?: string;
}

/** The greatest number of a group's hooks (PutLifecycleHook's API reference). */
const hooksPerGroup = 50;

const transitions = ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"];
const results = ["CONTINUE", "ABANDON"];
const [availabilityZone, healthy] = [`${region}a`, "Healthy"];

/** Amazon EC2 Auto Scaling: groups, their instances, and the hooks at which the instances wait. */
export class AutoScaling {
  readonly lifecycle: Lifecycle;
  readonly groups = new Map<string, Group>();

  constructor(
    private readonly setting: Setting,
    setups: readonly GroupSetup[],
  ) {
    this.lifecycle = new Lifecycle(setting);
    for (const setup of setups) this.#add(setup);
  }

  readonly behaviours: Behaviours = {
    PutLifecycleHook: (input: HookInput & HookName) => {
      const group = this.#group(input.AutoScalingGroupName);
      const hook = this.#put(group, input);
      const { NotificationTargetARN: target, AutoScalingGroupName: name } = hook;
      if (target) {
        const notification = { Event: "autoscaling:TEST_NOTIFICATION", AutoScalingGroupName: name, AccountId: account };
        this.setting.happened(`a test notification goes to ${target}`, notification);
      }
      return {};
    },
    DeleteLifecycleHook: (input: HookName) => {
      const group = this.#group(input.AutoScalingGroupName);
      const hook = group.hooks.get(input.LifecycleHookName);
      if (!hook && this.setting.isStrict) throw invalid(`No Lifecycle Hook found with name ${input.LifecycleHookName}`);
      group.hooks.delete(input.LifecycleHookName);
      for (const instance of group.instances.values()) {
        const action = instance.actions.get(input.LifecycleHookName);
        if (action) this.lifecycle.complete(action, instance.target === "InService" ? "ABANDON" : "CONTINUE");
      }
      return {};
    },
    DescribeLifecycleHooks: (
      input: Pick<Hook, "AutoScalingGroupName"> & { LifecycleHookNames?: readonly string[] },
    ) => {
      const { hooks } = this.#group(input.AutoScalingGroupName);
      const { LifecycleHookNames: names = [] } = input;
      const found = [...hooks.values()].filter(
        ({ LifecycleHookName: name }) => names.length === 0 || names.includes(name),
      );
      return { LifecycleHooks: found.map((hook) => ({ ...hook, GlobalTimeout: globalTimeout(hook) })) };
    },
    DescribeLifecycleHookTypes: () => ({ LifecycleHookTypes: transitions }),
    CompleteLifecycleAction: (input: ActionInput) => {
      const { LifecycleActionResult: result = "" } = input;
      if (!results.includes(result)) throw invalid(`LifecycleActionResult is not one of ${results.join(", ")}.`);
      this.lifecycle.complete(this.#action(input), result);
      return {};
    },
    RecordLifecycleActionHeartbeat: (input: ActionInput) => {
      this.lifecycle.heartbeat(this.#action(input));
      return {};
    },
    DescribeAutoScalingInstances: (input: { InstanceIds?: readonly string[] }) => {
      const { InstanceIds: ids = [] } = input;
      if (!this.setting.isStrict) for (const id of ids) if (!this.#wasEver(id)) this.#bear(id);
      const found = this.#instances().filter(({ id }) => ids.length === 0 || ids.includes(id));
      return {
        AutoScalingInstances: found.map((instance) => ({
          ...described(instance),
          AutoScalingGroupName: instance.group.name,
        })),
      };
    },
    DescribeAutoScalingGroups: (input: {
      AutoScalingGroupNames?: readonly string[];
      IncludeInstances?: boolean;
      Filters?: readonly { readonly Name?: string; readonly Values?: readonly string[] }[];
    }) => {
      const {
        AutoScalingGroupNames: names = [],
        IncludeInstances: withInstances = true,
        Filters: filters = [],
      } = input;
      if (!this.setting.isStrict) for (const name of names) this.#group(name);
      const found = [...this.groups.values()].filter(
        (group) =>
          (names.length === 0 || names.includes(group.name)) && filters.every((filter) => hasTag(group.tags, filter)),
      );
      return { AutoScalingGroups: found.map((group) => describedGroup(group, withInstances)) };
    },
  };

  /** The hooks by group and name, each value as a text. */
  hooks(): object {
    const groups = [...this.groups].filter(([, { hooks }]) => hooks.size > 0);
    return Object.fromEntries(
      groups.map(([name, { hooks }]) => [
        name,
        Object.fromEntries([...hooks].map(([hook, members]) => [hook, texts(members)])),
      ]),
    );
  }

  /** The instance of an id, in whichever group. */
  instance(id: string): Instance | undefined {
    return this.#instances().find((instance) => instance.id === id);
  }

  #instances(): Instance[] {
    return [...this.groups.values()].flatMap(({ instances }) => [...instances.values()]);
  }

  #add({ name, tags = {}, hooks = [], instances = [] }: GroupSetup, replaces = true): Group {
    const group: Group = {
      name,
      tags,
      hooks: new Map(),
      instances: new Map(),
      replaces,
      createdAt: this.setting.clock.now(),
    };
    for (const hook of hooks) this.#put(group, hook);
    for (const { id, state = "InService" } of instances) this.lifecycle.add(group, id, state);
    return remember(this.groups, name, group);
  }

  #group(name: string): Group {
    const group = this.groups.get(name);
    if (!group && this.setting.isStrict) {
      throw invalid(`AutoScalingGroup name not found - AutoScalingGroup '${name}' not found`);
    }
    return group ?? this.#add({ name }, false);
  }

  #wasEver(id: string): boolean {
    return this.instance(id) !== undefined || this.lifecycle.gone.has(id);
  }

  /** Makes an instance that a call has named. */
  #bear(id: string): void {
    const [group = this.#group("web")] = this.groups.values();
    this.lifecycle.add(group, id, "InService");
  }

  /** Puts a hook. A new one needs a transition; an update keeps the values that are not given. */
  #put(group: Group, input: HookInput): Hook {
    const { LifecycleHookName: name, LifecycleTransition: transition, HeartbeatTimeout: timeout = 3600 } = input;
    const before = group.hooks.get(name);
    if (!before && transition === undefined) throw invalid("LifecycleTransition has to be given for a new hook.");
    if (transition !== undefined && !transitions.includes(transition)) {
      throw invalid(`LifecycleTransition is not one of ${transitions.join(", ")}.`);
    }
    if (timeout < 30 || timeout > 7200) throw invalid("HeartbeatTimeout is not from 30 to 7200.");
    const { DefaultResult: result = "ABANDON" } = input;
    if (!results.includes(result)) throw invalid(`DefaultResult is not one of ${results.join(", ")}.`);
    if (!before && group.hooks.size >= hooksPerGroup) throw new Refusal("LimitExceeded");
    const hook = {
      HeartbeatTimeout: timeout,
      DefaultResult: result,
      ...before,
      ...input,
      AutoScalingGroupName: group.name,
    };
    group.hooks.set(name, hook as Hook);
    return hook as Hook;
  }

  /** The action that a call names, by its token or its instance. */
  #action(input: ActionInput): Action {
    const group = this.#group(input.AutoScalingGroupName);
    const { LifecycleActionToken: token, InstanceId: id, LifecycleHookName: name } = input;
    if (token === undefined && id === undefined) throw invalid("LifecycleActionToken or InstanceId has to be given.");
    const known = token === undefined ? undefined : this.lifecycle.actions.get(token);
    const instance = token === undefined ? this.instance(id ?? "") : known?.instance;
    const action = instance?.actions.get(name);
    const isIt = action?.instance.group === group && (token === undefined || action.token === token);
    if (isIt && (id === undefined || action.instance.id === id)) return action;
    const isNew = !known && !this.#wasEver(id ?? "");
    if (isNew && !this.setting.isStrict) return this.#bearAction(group, input);
    const named = token === undefined ? `instance ID ${id ?? ""}` : `token ${token}`;
    throw invalid(`No active Lifecycle Action found with ${named}`);
  }

  /** The action that a call needs, with the instance and the hook. */
  #bearAction(group: Group, input: ActionInput): Action {
    const { LifecycleActionToken: token, InstanceId: id = `i-of-${token?.slice(0, 8) ?? ""}` } = input;
    const hook = group.hooks.get(input.LifecycleHookName) ?? {
      LifecycleHookName: input.LifecycleHookName,
      AutoScalingGroupName: group.name,
      LifecycleTransition: transitions[0] ?? "",
      HeartbeatTimeout: 3600,
      DefaultResult: "ABANDON",
    };
    return this.lifecycle.wait(this.lifecycle.add(group, id, "Pending"), hook, token);
  }
}

function invalid(words: string): Refusal {
  return new Refusal("ValidationError", words);
}

function described({ id, state }: Instance): object {
  return {
    InstanceId: id,
    InstanceType: "t3.micro",
    AvailabilityZone: availabilityZone,
    LifecycleState: state,
    HealthStatus: healthy.toUpperCase(),
    ProtectedFromScaleIn: false,
  };
}

function describedGroup({ name, tags, instances, createdAt }: Group, withInstances: boolean): object {
  const here = withInstances ? [...instances.values()] : [];
  return {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: `arn:aws:autoscaling:${region}:${account}:autoScalingGroup:stand-in:autoScalingGroupName/${name}`,
    MinSize: 0,
    MaxSize: 100,
    DesiredCapacity: instances.size,
    DefaultCooldown: 300,
    AvailabilityZones: [availabilityZone],
    HealthCheckType: "EC2",
    HealthCheckGracePeriod: 0,
    Instances: here.map((instance) => ({ ...described(instance), HealthStatus: healthy })),
    CreatedTime: createdAt,
    Tags: Object.entries(tags).map(([Key, Value]) => ({
      ResourceId: name,
      ResourceType: "auto-scaling-group",
      Key,
      Value,
      PropagateAtLaunch: true,
    })),
  };
}

function hasTag(
  tags: GroupSetup["tags"] & object,
  { Name: name = "", Values: values = [] }: { readonly Name?: string; readonly Values?: readonly string[] },
): boolean {
  if (name === "tag-key") return Object.keys(tags).some((key) => values.includes(key));
  if (name === "tag-value") return Object.values(tags).some((value) => values.includes(value));
  const value = Object.entries(tags).find(([key]) => name === `tag:${key}`)?.[1];
  return value !== undefined && values.includes(value);
}

function texts(hook: Hook): object {
  return Object.fromEntries(Object.entries(hook).map(([member, value]) => [member, String(value)]));
}
