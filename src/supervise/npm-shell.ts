import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Io } from "../types";

/**
 * Whether the parent is the shell that `npm exec` started for this very command: `sh -c` with npm's script as one word,
 * and its arguments. The variables alone prove little, because everything that a command under npm starts inherits
 * them.
 */
export function isNpmShell(env: Io["env"], argsOf: (pid: number) => string = argumentsOf): boolean {
  const script = env["npm_lifecycle_script"] ?? "";
  if (env["npm_command"] !== "exec" || !/^(?:'[^']+'|[\w./@-]+)$/.test(script)) return false;
  const args = argsOf(process.ppid);
  const at = args.indexOf(` -c ${script}`);
  return at > 0 && /^(?: |$)/.test(args.slice(at + ` -c ${script}`.length)) && !/\s/.test(args.slice(0, at));
}

/** The words of a process with spaces between them; empty if they cannot be read. */
function argumentsOf(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trimEnd();
    return execFileSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8", timeout: 2000 }).trimEnd();
  } catch {
    return "";
  }
}
