import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * npm runs this after `npm ci` in a clone, and where it installs the package from a git address: the build, without
 * which there is nothing to run. Without the development dependencies there is nothing to build with, and nothing is
 * done. It is `postprepare` in package.json and not `prepare`, because npm 11 warns of a `prepare` whoever installs a
 * packed file, although it runs none there.
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
