import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/**
 * V8's compiled code, kept between runs. A file holds the code twice, behind one byte that says how many bundles the run
 * that made it had loaded: V8 checks its own version and the source's length but not the code, so a file whose halves
 * differ is damaged. Nothing here ever fails a run: what cannot be read or written is done without.
 */
export interface CodeCache {
  /** The code kept under a key and how many bundles its maker had loaded, or undefined. */
  read(key: string): { readonly code: Buffer; readonly bundles: number } | undefined;
  write(key: string, code: Buffer, bundles: number): void;
}

/** The cache in the user's folder for such data; undefined where it is off or there is no such folder to use. */
export function openCodeCache(env: NodeJS.ProcessEnv): CodeCache | undefined {
  const folder = env["AWS_LIFECYCLE_HOOKS_CACHE"] === "off" ? undefined : cacheFolder(env);
  if (folder === undefined) return undefined;
  return {
    read: (key) => read(folder, key),
    write: (key, code, bundles) => {
      write(folder, key, code, bundles);
    },
  };
}

/** The platform's folder for data that may be lost: XDG's on Linux (absolute paths only, as its specification says). */
function cacheFolder(env: NodeJS.ProcessEnv): string | undefined {
  const name = "aws-lifecycle-hooks";
  if (process.platform === "win32") return env["LOCALAPPDATA"] && join(env["LOCALAPPDATA"], name, "Cache");
  if (env["XDG_CACHE_HOME"]?.startsWith("/")) return join(env["XDG_CACHE_HOME"], name);
  if (!env["HOME"]?.startsWith("/")) return undefined;
  return join(env["HOME"], process.platform === "darwin" ? "Library/Caches" : ".cache", name);
}

function read(folder: string, key: string): ReturnType<CodeCache["read"]> {
  let file: number | undefined;
  try {
    if (!isOurs(lstatSync(folder))) return undefined;
    file = openSync(join(folder, key), "r");
    if (!isOurs(fstatSync(file))) return undefined;
    const bytes = readFileSync(file);
    const middle = (bytes.length + 1) / 2;
    const code = bytes.subarray(1, middle);
    if (code.length === 0 || !code.equals(bytes.subarray(middle))) return undefined;
    return { code, bundles: bytes[0] ?? 0 };
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Code is run from this file: it and its folder must be the user's own, and writable by nobody else. */
function isOurs(stats: { uid: number; mode: number }): boolean {
  return process.platform === "win32" || (stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0);
}

function write(folder: string, key: string, code: Buffer, bundles: number): void {
  const whole = join(folder, key);
  const part = `${whole}.${process.pid}`;
  attempt(
    () => {
      attempt(() => {
        mkdirSync(dirname(folder), { mode: 0o700 });
      });
      attempt(() => {
        mkdirSync(folder, { mode: 0o700 });
      });
      if (!isOurs(lstatSync(folder))) return;
      writeFileSync(part, Buffer.concat([Buffer.of(bundles), code, code]), { mode: 0o600, flag: "wx" });
      renameSync(part, whole);
      dropOld(folder);
    },
    () => {
      attempt(() => {
        unlinkSync(part);
      });
    },
  );
}

/** Tries what may fail unsaid. (`mkdir` with `recursive` never returns on some file systems, `/proc` among them.) */
function attempt(action: () => unknown, otherwise: () => void = () => undefined): void {
  try {
    action();
  } catch {
    otherwise();
  }
}

/** Removes what nobody has written for 90 days: the code of builds and Node versions that are gone. */
function dropOld(folder: string): void {
  const limit = Date.now() - 90 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    if (lstatSync(file).mtimeMs < limit) unlinkSync(file);
  }
}
