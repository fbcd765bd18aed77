import { constants, lstatSync, readFileSync, statSync } from "node:fs";
import { isOfType, isOurs, isOursAlone, mayMakeIn } from "../io/owner";

/** The place where compiled code is kept between runs, and the parts of kept files' names that identify this Node. */
export interface Cache {
  /** The folder itself, which may be missing, and the one above it. */
  readonly folder: string;
  readonly parent: string;
  readonly node: string;
}

const name = "aws-lifecycle-hooks";
const isWindows = process.platform === "win32";
const ifThere = { throwIfNoEntry: false } as const;

/** The cache, if there is one and it is safe to run code from it. Never throws. */
export function findCache(env: NodeJS.ProcessEnv): Cache | undefined {
  try {
    const parent = parentFolder(env);
    const folder = `${parent}/${isWindows ? "Cache" : name}`;
    return parent && isSafe(parent, folder, env["HOME"]) ? { folder, parent, node: thisNode() } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The platform's folder for data that may be lost: XDG's on Linux (absolute paths only, as its specification says).
 * Empty or undefined if the cache is off or there is no such folder.
 */
function parentFolder(env: NodeJS.ProcessEnv): string | undefined {
  const { AWS_LIFECYCLE_HOOKS_CACHE: wish, LOCALAPPDATA: local, XDG_CACHE_HOME: cacheHome, HOME: home } = env;
  if (wish === "off") return undefined;
  if (isWindows) return local && `${local}/${name}`;
  if (isAbsolute(cacheHome)) return cacheHome;
  return isAbsolute(home) ? `${home}/${process.platform === "darwin" ? "Library/Caches" : ".cache"}` : undefined;
}

function isAbsolute(path: string | undefined): path is string {
  return path !== undefined && path[0] === "/";
}

/**
 * Whether no other user can put code there or swap the folder, and none of them loses anything by it: no if this
 * process acts for another user than its own, or as the user to whom all files of unknown owners seem to belong.
 */
function isSafe(parent: string, folder: string, home: string | undefined): boolean {
  if (isWindows) return true;
  const { getuid, geteuid, getgid, getegid } = process as Required<NodeJS.Process>;
  if (getuid() !== geteuid() || getgid() !== getegid() || isOverflow(getuid())) return false;
  const homeStats = home ? statSync(home, ifThere) : undefined;
  const above = statSync(parent, ifThere);
  const own = lstatSync(folder, ifThere);
  return (
    (!homeStats || isOurs(homeStats)) &&
    (!above || isSafeParent(above)) &&
    (!own || (isOfType(own, constants.S_IFDIR) && isOursAlone(own)))
  );
}

/** Whether no other user can rename our files in a folder: only its owner can write to it, or its sticky bit is set. */
export function isSafeParent(stats: { readonly uid: number; readonly mode: number }): boolean {
  return mayMakeIn(stats) && ((stats.mode & 0o022) === 0 || (stats.mode & 0o1000) !== 0);
}

/** Linux shows this user as the owner of all files whose owner it cannot name: never root, and 65534 unless set otherwise. */
function isOverflow(user: number): boolean {
  if (user === 0) return false;
  try {
    return user === 65534 || user === Number(readFileSync("/proc/sys/kernel/overflowuid", "utf8"));
  } catch {
    return false;
  }
}

/**
 * The names that identify this Node. Code that another build of Node compiled can crash this one, even if both say the
 * same version: the file that runs tells them apart. (Bun and Deno say Node's version too.)
 */
function thisNode(): string {
  const { size, mtimeMs, ino } = statSync(process.execPath);
  const { bun, deno } = process.versions;
  return `${bun || deno || process.version}-${process.arch}-${size}-${mtimeMs}-${ino}`;
}
