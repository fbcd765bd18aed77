import { spawn, type ChildProcess } from "node:child_process";
import type { Io } from "../types";
import type { HookExecution } from "./world/setting";

/** Runs commands that stand for hooks' functions. */
export interface HookCommands {
  readonly run: (execution: HookExecution, env: Io["env"]) => void;
  /** Ends those that still run. */
  readonly stop: () => void;
}

/** Characters of what a command printed that are kept: as many as CodeDeploy keeps of a script's log. */
const longestTail = 2048;

/**
 * Starts a shell for each hook. Whether the command exits with 0 decides nothing, as with a Lambda function: what counts is
 * its report. What it prints goes to standard error, and its end to the deployment's log.
 */
export function createHookCommands(command: string, { err }: Io): HookCommands {
  const running = new Set<ChildProcess>();

  function run({ deploymentId, executionId, event, onOutput }: HookExecution, env: Io["env"]): void {
    const child = spawn(command, {
      shell: true,
      stdio: ["pipe", "pipe", "pipe"],
      detached: process.platform !== "win32",
      env: {
        ...env,
        DEPLOYMENT_ID: deploymentId,
        LIFECYCLE_EVENT_HOOK_EXECUTION_ID: executionId,
        LIFECYCLE_EVENT: event,
      },
    });
    running.add(child);
    let tail = "";
    const show = (chunk: Buffer): void => {
      err.write(chunk.toString());
      tail = `${tail}${chunk.toString()}`.slice(-longestTail);
      onOutput(tail);
    };
    child.stdout.on("data", show);
    child.stderr.on("data", show);
    child.stdin.on("error", () => undefined);
    child.stdin.end(`${JSON.stringify({ DeploymentId: deploymentId, LifecycleEventHookExecutionId: executionId })}\n`);
    child.on("error", ({ message }) => {
      err.write(`the hook command could not be started: ${message}\n`);
    });
    child.on("exit", (code, signal) => {
      running.delete(child);
      if (code !== 0) err.write(`the hook command of ${event} ended with ${code ?? signal ?? ""}\n`);
    });
  }

  return {
    run,
    stop: () => {
      running.forEach(kill);
    },
  };
}

/** The shell and what it runs. */
function kill(child: ChildProcess): void {
  try {
    if (child.pid === undefined || process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    child.kill();
  }
}
