import { homedir } from "node:os";

/**
 * A path with `$NAME`, `${NAME}` and a leading `~` put in, as Python's `expandvars` and `expanduser` do it.
 * Variables that are not set, and `~name` of other users, stay as they are.
 */
export function expandPath(path: string, env: Readonly<Record<string, string | undefined>>): string {
  const filled = path.replace(/\$(?:(\w+)|\{([^}]*)\})/g, (text, bare: string | undefined, braced: string) => {
    return env[bare ?? braced] ?? text;
  });
  return /^~(?=$|[/\\])/.test(filled) ? (env["HOME"] ?? homedir()) + filled.slice(1) : filled;
}
