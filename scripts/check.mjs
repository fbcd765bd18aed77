import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * All checks that do not run the program: `npm run check`. Builds, then runs the checks two at a time, says what it is
 * doing, and ends with 1 and the output of the first that fails. What each does is its script in package.json.
 */
process.chdir(path.resolve(fileURLToPath(import.meta.url), "..", ".."));
const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
const checks = [
  ["lint", "check:lint"],
  ["types", "check:types"],
  ["format", "check:format"],
  ["import cycles", "check:cycles"],
  ["unused exports", "check:unused"],
];
const onWindows = process.platform === "win32";
const running = new Set();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, stop);

/** The command as npm would run it, in a group of its own on POSIX, so that it can be ended with all it started. */
function start(script) {
  const { PATH, Path, ...env } = process.env;
  const tools = [path.resolve("node_modules", ".bin"), PATH ?? Path].join(path.delimiter);
  return spawn(scripts[script], { shell: true, detached: !onWindows, env: { ...env, PATH: tools } });
}

/** Ends the checks that run, and starts no others. */
function stop() {
  process.exitCode = 1;
  for (const { pid } of running) {
    if (onWindows) spawn("taskkill", ["/pid", String(pid), "/t", "/f"]);
    else process.kill(-pid, "SIGTERM");
  }
}

async function run([name, script]) {
  console.log(`${name}…`);
  const begin = Date.now();
  const child = start(script);
  running.add(child);
  const chunks = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => chunks.push(chunk));
  const status = await new Promise((resolve) => child.once("close", resolve));
  running.delete(child);
  const seconds = ((Date.now() - begin) / 1000).toFixed(1);
  if (process.exitCode) return;
  if (status === 0) return console.log(`${name}: ${seconds} s`);
  console.error(`${name}: failed after ${seconds} s (npm run ${script})\n\n${Buffer.concat(chunks)}`);
  stop();
}

async function runOneByOne(queue) {
  for (let next; !process.exitCode && (next = queue.shift());) await run(next);
}

await run(["build", "build"]);
const queue = [...checks];
await Promise.all([runOneByOne(queue), runOneByOne(queue)]);
