import { Refusal } from "../errors";

type Hook = Readonly<Record<string, unknown>> & {
  readonly AutoScalingGroupName: string;
  readonly LifecycleHookName: string;
};

/** A group's hooks at most (PutLifecycleHook's API reference). */
const hooksPerGroup = 50;

/** Amazon EC2 Auto Scaling. */
export function autoScaling() {
  const groups = new Map<string, Map<string, Hook>>();

  /** A new hook needs a transition; an update keeps what is not given. */
  function PutLifecycleHook(input: Hook): object {
    const { AutoScalingGroupName: group, LifecycleHookName: name, HeartbeatTimeout: timeout } = input;
    const hooks = groups.get(group) ?? new Map<string, Hook>();
    const before = hooks.get(name);
    if (!before && input["LifecycleTransition"] === undefined) {
      throw new Refusal("ValidationError", "LifecycleTransition has to be given for a new hook.");
    }
    if (timeout !== undefined && (Number(timeout) < 30 || Number(timeout) > 7200)) {
      throw new Refusal("ValidationError", "HeartbeatTimeout is not from 30 to 7200.");
    }
    const { DefaultResult: result = "ABANDON" } = input;
    if (result !== "CONTINUE" && result !== "ABANDON") {
      throw new Refusal("ValidationError", "DefaultResult is not one of CONTINUE, ABANDON.");
    }
    if (!before && hooks.size >= hooksPerGroup) throw new Refusal("LimitExceeded");
    hooks.set(name, { HeartbeatTimeout: 3600, DefaultResult: "ABANDON", ...before, ...input });
    groups.set(group, hooks);
    return {};
  }

  return {
    behaviours: { PutLifecycleHook },
    /** The hooks by group and name, each value as a text. */
    hooks: () =>
      Object.fromEntries(
        [...groups].map(([group, hooks]) => [
          group,
          Object.fromEntries([...hooks].map(([name, hook]) => [name, texts(hook)])),
        ]),
      ),
  };
}

function texts(hook: Hook): object {
  return Object.fromEntries(Object.entries(hook).map(([member, value]) => [member, String(value)]));
}
