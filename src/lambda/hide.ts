import type { Trace } from "../io/trace";
import type { HookEvent } from "./index";

/** Keeps out of the log the secret that answers a hook: its execution id, or the token of its action. */
export function hideNames(hook: HookEvent, trace: Trace): void {
  if (hook.kind === "codedeploy") trace.hide(hook.lifecycleEventHookExecutionId);
  if (hook.kind === "autoscaling") trace.hide(hook.lifecycleActionToken);
}
