import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pack, serveOutsideWorld } from "./registry.mjs";

const execute = promisify(execFile);

/**
 * A place where scripts run as on a user's machine that has Node and this package: installed from what `npm pack` makes,
 * with no network but the loopback interface. `run` gives each script a fresh folder and a fresh stand-in service.
 */
export async function createSandbox(root) {
  const folder = await mkdtemp(path.join(tmpdir(), "docs-"));
  const packed = await pack(root, folder);
  const world = await serveOutsideWorld(packed);
  const installed = path.join(folder, "installed");
  const bin = path.dirname(process.execPath);
  const base = {
    LANG: "C.UTF-8",
    AWS_EC2_METADATA_SERVICE_ENDPOINT: world.url,
    AWS_EC2_METADATA_DISABLED: "true",
    DEPLOYMENT_ID: "d-ABCDEF123",
    HOOK_EXECUTION_ID: "eyJlbmNyeXB0ZWREYXRhIjoi",
    npm_config_registry: world.url,
    npm_config_cache: path.join(folder, "npm"),
    npm_config_update_notifier: "false",
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
  let count = 0;
  const place = async () => {
    const home = path.join(folder, `home-${++count}`);
    await mkdir(path.join(home, "work"), { recursive: true });
    return home;
  };
  const environment = (home) => ({
    ...base,
    HOME: home,
    TMPDIR: home,
    PATH: [path.join(home, "npm/bin"), path.join(installed, "bin"), bin, "/usr/local/bin:/usr/bin:/bin"].join(":"),
    npm_config_prefix: path.join(home, "npm"),
  });
  const options = { env: environment(await place()), cwd: folder };
  const { name, version } = packed.manifest;
  await execute("npm", ["install", "--global", "--prefix", installed, name], options);
  await execute("npx", ["--yes", `${name}@${version}`, "--version"], options);
  return {
    run: async (script) => runScript(script, await place(), environment),
    remove: async () => {
      world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs the steps of a script, each in a shell of its own, until one fails: `{ exitCode, output, calls }`. `output` is what
 * went to both streams; `calls` is what the stand-in service was told. The folder has a `smoke-test.sh` that ends as
 * `checkExit` says.
 */
async function runScript({ shell, env = {}, steps, checkExit = 0 }, home, environment) {
  const cwd = path.join(home, "work");
  const record = path.join(home, "record.json");
  const files = steps.map((_, index) => path.join(home, `step-${index}`));
  await Promise.all(files.map((file, index) => writeFile(file, steps[index])));
  await writeFile(path.join(cwd, "smoke-test.sh"), `#!/bin/sh\necho 12 pages looked at\nexit ${checkExit}\n`, {
    mode: 0o755,
  });
  const all = files.map((file) => `${shell} ${file}`).join(" && ");
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const words = ["stand-in", "--record", record, "--", "env", ...variables, "sh", "-c", `exec 2>&1; ${all}`];
  const options = { cwd, env: environment(home), timeout: 60_000 };
  const { code, stdout } = await execute("aws-lifecycle-hooks", words, options).catch((error) => error);
  return { exitCode: code ?? 0, output: stdout, calls: JSON.parse(await readFile(record, "utf8")).calls };
}
