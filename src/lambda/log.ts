import type { Io } from "../types";
import type { HookEvent } from "./index";

/** A part of an invocation's line in the log, about one of its requests. */
export interface Said {
  readonly level: "INFO" | "WARN" | "ERROR";
  readonly text: string;
  readonly hook: HookEvent | undefined;
}

const levels = ["ERROR", "WARN", "INFO"] as const;

/** Writes the one line of an invocation: JSON if the function's logs are, else text. Secrets are masked. */
export function writeLine(said: readonly Said[], requestId: string | undefined, io: Io): void {
  const message = `aws-lifecycle-hooks: ${said.map(({ text }) => oneLine(text)).join("; ")}`;
  const level = levels.find((one) => said.some((part) => part.level === one)) ?? "INFO";
  const hooks = said.flatMap(({ hook }) => (hook ? [namesOf(hook)] : []));
  const line = { timestamp: new Date().toISOString(), level, ...(requestId && { requestId }), message, hooks };
  const isJson = io.env["AWS_LAMBDA_LOG_FORMAT"]?.toUpperCase() === "JSON";
  const text = isJson ? JSON.stringify(line) : [requestId, message].filter(Boolean).join(" ");
  io.out.write(`${io.trace.mask(text)}\n`);
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ").trim();
}

/** The names of a hook. Whoever knows its execution id or its token may answer it, so these are not logged. */
function namesOf(hook: HookEvent): object {
  switch (hook.kind) {
    case "codedeploy":
      return { kind: hook.kind, deploymentId: hook.deploymentId };
    case "autoscaling": {
      const { kind, autoScalingGroupName, lifecycleHookName, instanceId, lifecycleTransition } = hook;
      return { kind, autoScalingGroupName, lifecycleHookName, instanceId, lifecycleTransition };
    }
    case "ecs": {
      const { kind, serviceDeploymentArn, lifecycleStage, serviceArn } = hook;
      return { kind, serviceDeploymentArn, lifecycleStage, serviceArn };
    }
    default:
      return hook satisfies never;
  }
}
