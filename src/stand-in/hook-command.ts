import { spawn, type ChildProcess } from "node:child_process";
import type { Io } from "../types";
import type { HookExecution } from "./world/setting";

/** Runs commands that stand for hooks' functions. */
export interface HookCommands {
  readonly run: (execution: HookExecution, env: Io["env"]) => void;
  /** Ends the commands that still run. */
  readonly stop: () => void;
}

/** The number of characters that are kept of a command's output: as many as CodeDeploy keeps of a script's log. */
const longestTail = 2048;

/**
 * Starts a shell for each hook. As with a Lambda function, the exit code decides nothing: only its report counts. Its
 * output goes to standard error, and the end of that to the deployment's log.
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

/** Ends the shell and the processes that it runs. */
function kill(child: ChildProcess): void {
  try {
    if (child.pid === undefined || process.platform === "win32") child.kill();
    else process.kill(-child.pid, "SIGTERM");
  } catch {
    child.kill();
  }
}
