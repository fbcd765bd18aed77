import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { pack, serveOutsideWorld } from "./registry.mjs";
import { worlds } from "./worlds.mjs";

const execute = promisify(execFile);

/** The user's own commands that the documentation runs, and their output. */
const commands = {
  "smoke-test.sh": "12 pages looked at",
  "drain.sh": "no job is left",
  "set-up.sh": "the cache is warm",
};

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
 * went to both streams; `calls` is what the stand-in service was told, which has the world of that name if one is named. The
 * folder has scripts that end as `checkExit` says. What a step writes to the file `GITHUB_ENV` are variables of the next.
 */
async function runScript({ shell, env = {}, steps, checkExit = 0, world }, home, environment) {
  const cwd = path.join(home, "work");
  const record = path.join(home, "record.json");
  const files = steps.map((_, index) => path.join(home, `step-${index}`));
  await Promise.all(files.map((file, index) => writeFile(file, steps[index])));
  for (const [name, says] of Object.entries(commands)) {
    await writeFile(path.join(cwd, name), `#!/bin/sh\necho ${says}\nexit ${checkExit}\n`, { mode: 0o755 });
  }
  const passedOn = path.join(home, "github-env");
  await writeFile(passedOn, "");
  const all = files.map((file) => `set -a && . "$GITHUB_ENV" && set +a && ${shell} ${file}`).join(" && ");
  const { setup, start = "", hookCommand } = world ? worlds[world] : {};
  const place = path.join(home, "world.json");
  if (world) await writeFile(place, JSON.stringify(setup));
  const given = Object.entries({ ...env, GITHUB_ENV: passedOn });
  const variables = given.map(([name, value]) => `${name}=${value}`);
  const script = `exec 2>&1\n${start}\n${all}`;
  const inWorld = world ? ["--world", place, "--speed", "30"] : [];
  const hooks = hookCommand ? ["--hook-command", hookCommand] : [];
  const words = ["stand-in", "--record", record, ...inWorld, ...hooks, "--", "env", ...variables, "sh", "-c", script];
  const options = { cwd, env: environment(home), timeout: 60_000 };
  const { code, stdout } = await execute("aws-lifecycle-hooks", words, options).catch((error) => error);
  return { exitCode: code ?? 0, output: stdout, calls: JSON.parse(await readFile(record, "utf8")).calls };
}
