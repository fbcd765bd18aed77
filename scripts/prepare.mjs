import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * npm runs this after `npm ci` in a clone, and where the package is installed from a git address: the build, without
 * which there is nothing to run. Without the development dependencies there is nothing to build with, and nothing is
 * done; when the package is packed, `prepack` has just done it. The published package has no part in it: npm runs
 * `prepare` for no tarball.
 */
const packing = ["pack", "publish"].includes(process.env.npm_command ?? "");
if (!packing && hasBuildTools()) {
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
