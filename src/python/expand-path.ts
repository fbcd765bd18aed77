import { readFileSync } from "node:fs";
import { homedir } from "node:os";

type Env = Readonly<Record<string, string | undefined>>;

/** A path, expanded as botocore expands the paths of its settings: variables first, then a leading `~`. */
export function expandPath(path: string, env: Env): string {
  return expandUser(expandVariables(path, env), env);
}

/**
 * A path with the values of `$NAME` and `${NAME}` (Python's `expandvars`). Variables that are not set stay unchanged.
 */
export function expandVariables(path: string, env: Env): string {
  if (!path.includes("$")) return path;
  return path.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (text, bare: string | undefined, braced: string) => {
    const name = bare ?? braced;
    return (Object.hasOwn(env, name) ? env[name] : undefined) ?? text;
  });
}

/**
 * A path with the home folder in place of a leading `~` or `~name` (Python's `expanduser`). Users that are not known
 * stay unchanged.
 */
export function expandUser(path: string, env: Env): string {
  if (!path.startsWith("~")) return path;
  const [name = ""] = path.slice(1).split(process.platform === "win32" ? /[/\\]/ : "/", 1);
  const home = name === "" ? (env["HOME"] ?? ownHome()) : homeOf(name);
  if (home === undefined) return path;
  const rest = path.slice(1 + name.length);
  return (home.endsWith("/") ? home.replace(/\/+$/, "") : home) + rest || "/";
}

/**
 * The home folder of this user; undefined for a user who is in no list of users, as in containers that run under any
 * number.
 */
function ownHome(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

/**
 * Whether the home folder of a path is not known: then it is not a path at all, and above all not one below the working
 * folder.
 */
export function isHomeless(path: string): boolean {
  return path.startsWith("~");
}

function homeOf(user: string): string | undefined {
  try {
    const users = readFileSync("/etc/passwd", "utf8").split("\n");
    return users.find((line) => line.startsWith(`${user}:`))?.split(":")[5];
  } catch {
    return undefined;
  }
}
