import { spawn } from "node:child_process";
import os from "node:os";
import { isatty } from "node:tty";
import type { Io } from "../types";
import { ownKey } from "./options";

/** A command under way. */
export interface Child {
  /** Its exit code; 128 and the number for a signal; 127 when it was not found, 126 when it could not be executed. */
  readonly ended: Promise<number>;
  readonly kill: (signal: NodeJS.Signals) => void;
}

/** Starts a command with the tool's own standard streams; tells on standard error if it cannot be started. */
export function startChild([file, ...words]: readonly [string, ...string[]], env: Io["env"], { err }: Io): Child {
  const child = spawn(file, words, { stdio: "inherit", env });
  const ended = new Promise<number>((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      err.write(`aws-lifecycle-hooks stand-in: ${whyNotStarted(file, error)}\n`);
      resolve(error.code === "ENOENT" ? 127 : 126);
    });
    child.once("exit", (code, signal) => {
      resolve(code ?? signalExit(signal ?? "SIGKILL"));
    });
  });
  return { ended, kill: (signal) => child.kill(signal) };
}

function whyNotStarted(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return `there is no command ${file}`;
  if (code === "EACCES") return `${file} cannot be executed: permission denied (is it executable?)`;
  return `${file} cannot be executed: ${message}`;
}

/** The exit code that shells use for a command that a signal ended. */
export function signalExit(signal: NodeJS.Signals): number {
  return 128 + os.constants.signals[signal];
}

/** Whether a terminal itself sends the signal to the child: Ctrl-C goes to all that run in the foreground. */
export function reachesChild(signal: NodeJS.Signals): boolean {
  return signal === "SIGINT" && isatty(0);
}

/**
 * The variables that could lead a call past the stand-in, or sign it with another key. Those of proxies count in upper
 * and lower case.
 */
const misleading = [
  /^AWS_(DEFAULT_)?PROFILE$/,
  /^AWS_(SESSION|SECURITY)_TOKEN$/,
  /^AWS_(ENDPOINT_URL|EC2_METADATA)_/,
  /^(http|all)_proxy$/i,
];

/** The environment that sends a command's calls to the stand-in, whatever is configured outside. */
export function childEnvironment(env: Io["env"], url: string, hasInstance: boolean): Io["env"] {
  return {
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !misleading.some((pattern) => pattern.test(name)))),
    ...settingsFor(url),
    AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "false",
    AWS_USE_FIPS_ENDPOINT: "false",
    AWS_USE_DUALSTACK_ENDPOINT: "false",
    AWS_EC2_METADATA_DISABLED: hasInstance ? "false" : "true",
  };
}

/** The line that directs a shell's calls to the stand-in. */
export function exportLine(url: string): string {
  const settings = Object.entries(settingsFor(url)).map(([name, value]) => `${name}=${value}`);
  return `export ${settings.join(" ")}`;
}

function settingsFor(url: string): Readonly<Record<string, string>> {
  return {
    AWS_ENDPOINT_URL: url,
    AWS_DEFAULT_REGION: "us-east-1",
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: ownKey.id,
    AWS_SECRET_ACCESS_KEY: ownKey.secret,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: url,
  };
}
