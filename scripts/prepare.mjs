import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Builds, if the development dependencies are there, and otherwise does nothing. npm runs this after `npm ci` in a
 * clone, and when it installs the package from a git address. It is `postprepare` in package.json and not `prepare`,
 * because npm 11 and 12 warn of a `prepare` when somebody installs a packed file, although they do not run it.
 */
if (hasBuildTools()) {
  const build = fileURLToPath(new URL("build.mjs", import.meta.url));
  process.exitCode = spawnSync(process.execPath, [build], { stdio: "inherit" }).status ?? 1;
}

function hasBuildTools() {
  try {
    createRequire(import.meta.url).resolve("esbuild");
    return true;
  } catch {
    return false;
  }
}
