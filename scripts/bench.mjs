import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Measures the built program: `npm run bench [-- --pairs N] [--write]`. Times are whole processes, as multiples of
 * `node -e 0` run just before each, medians of N pairs (41). `--write` puts the report into docs/performance.md.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "bin", "aws-lifecycle-hooks.js");
const words = process.argv.slice(2);
const pairs = words.includes("--pairs") ? Number(words[words.indexOf("--pairs") + 1]) : 41;
const calls = 200;

if (process.env.AWS_ENDPOINT_URL === undefined) {
  const measure = [program, "stand-in", "--", process.execPath, fileURLToPath(import.meta.url), ...words];
  process.exit(spawnSync(process.execPath, measure, { stdio: ["ignore", "inherit", "ignore"] }).status ?? 1);
}

const home = mkdtempSync(path.join(os.tmpdir(), "bench-"));
const { AWS_ENDPOINT_URL: endpoint, AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secretKey } = process.env;
mkdirSync(path.join(home, "keys", ".aws"), { recursive: true });
const keyFile = `[default]\naws_access_key_id = ${keyId}\naws_secret_access_key = ${secretKey}\n`;
writeFileSync(path.join(home, "keys", ".aws", "credentials"), keyFile);

const base = { PATH: process.env.PATH, HOME: home, LANG: "C.UTF-8", AWS_EC2_METADATA_DISABLED: "true" };
const inFile = { ...base, HOME: path.join(home, "keys"), AWS_ENDPOINT_URL: endpoint, AWS_DEFAULT_REGION: "us-east-1" };
const inEnv = { ...inFile, HOME: home, AWS_ACCESS_KEY_ID: keyId, AWS_SECRET_ACCESS_KEY: secretKey };
const deploy = ["deploy", "put-lifecycle-event-hook-execution-status"];
const report = [
  ...deploy,
  "--deployment-id",
  "d-BENCH",
  "--lifecycle-event-hook-execution-id",
  "e-BENCH",
  "--status",
  "InProgress",
];
const hook = [
  "autoscaling",
  "put-lifecycle-hook",
  "--lifecycle-hook-name",
  "h",
  "--auto-scaling-group-name",
  "g",
].concat("--lifecycle-transition", "autoscaling:EC2_INSTANCE_LAUNCHING");

const paths = [
  { name: "--version", argv: ["--version"], env: base, limits: [1.2, 1.45] },
  { name: "skeleton", argv: [...deploy, "--generate-cli-skeleton"], env: base, limits: [1.2, 1.45] },
  { name: "usage error", argv: ["autoscaling", "put-lifecycle-hook"], env: base, exit: 2, limits: [1.2, 1.45] },
  { name: "validation error", argv: [...deploy, "--status", "Done"], env: inEnv, exit: 255, limits: [1.2, 1.45] },
  { name: "help into a pipe", argv: [...deploy, "help"], env: base, limits: [1.35, 1.6] },
  { name: "deploy call, keys in the environment", argv: report, env: inEnv, limits: [2.4, 3.3], call: true },
  { name: "autoscaling call, keys in the environment", argv: hook, env: inEnv, limits: [2.4, 3.3], call: true },
  { name: "deploy call, keys in the credentials file", argv: report, env: inFile, limits: [2.6, 3.5], call: true },
];

/**
 * Milliseconds of one process, which must end with `exit`.
 * @param {string[]} command
 */
function time([command, ...argv], env, exit = 0) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(command, argv, { env, cwd: home, stdio: ["ignore", "pipe", "pipe"] });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== exit) throw new Error(`${command} ${argv.join(" ")} ended with ${status}, not ${exit}: ${stderr}`);
  return elapsed;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * The median of `count` ratios of a command to `node -e 0`, each pair run back to back after one of each unmeasured.
 * @param {string[]} command
 * @param {{ env: NodeJS.ProcessEnv, exit?: number, count?: number, before?: () => void }} how
 */
function ratio(command, { env, exit, count = pairs, before = () => undefined }) {
  const ratios = [];
  for (let pair = 0; pair <= count; pair++) {
    before();
    const floor = time([process.execPath, "-e", "0"], base);
    const measured = time(command, env, exit);
    if (pair > 0) ratios.push(measured / floor);
  }
  return median(ratios);
}

/** Peak memory in MiB of one run, said by the process itself as it ends. */
function memory(argv, env) {
  const hookFile = path.join(home, "memory.cjs");
  const say = 'require("node:fs").writeSync(3, String(process.resourceUsage().maxRSS))';
  writeFileSync(hookFile, `process.on("exit", () => { ${say} });`);
  const run = () =>
    spawnSync(process.execPath, ["-r", hookFile, ...argv], {
      env,
      cwd: home,
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
  return median(Array.from({ length: 5 }, () => Number(run().output[3]) / 1024));
}

/** Calls a second and failures, `width` at a time. */
async function throughput(width) {
  let left = calls;
  let failures = 0;
  const one = () =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [program, ...report], { env: inEnv, cwd: home, stdio: "ignore" });
      child.on("close", (status) => resolve(status));
    });
  const lane = async () => {
    while (left-- > 0) if ((await one()) !== 0) failures++;
  };
  const start = process.hrtime.bigint();
  await Promise.all(Array.from({ length: width }, lane));
  return { perSecond: calls / (Number(process.hrtime.bigint() - start) / 1e9), failures };
}

/** Other clients making the same deploy call, where they are in PATH. */
function others() {
  const body = '{"deploymentId":"d-BENCH","lifecycleEventHookExecutionId":"e-BENCH","status":"InProgress"}';
  const headers = [
    "content-type: application/x-amz-json-1.1",
    "x-amz-target: CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus",
  ];
  const curl = [
    "curl",
    "-sf",
    "--aws-sigv4",
    "aws:amz:us-east-1:codedeploy",
    "-u",
    `${keyId}:${secretKey}`,
    "-d",
    body,
    endpoint,
    ...headers.flatMap((header) => ["-H", header]),
  ];
  const all = [
    { name: "aws-cli, the same call", command: ["aws", ...report], count: 5 },
    { name: "curl --aws-sigv4, the same call (the floor)", command: curl, count: pairs },
  ];
  const found = ({ command }) => spawnSync(command[0], ["--version"], { env: inEnv, stdio: "ignore" }).status === 0;
  return all.filter(found).map(({ name, command, count }) => ({ name, value: ratio(command, { env: inEnv, count }) }));
}

function packageSize() {
  const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  const [{ size, unpackedSize, entryCount }] = JSON.parse(stdout);
  return { packed: size, unpacked: unpackedSize, files: entryCount };
}

const table = (head, rows) => [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
const times = (value, limit) => `${value.toFixed(2)} (at most ${limit})`;
const kib = (bytes) => `${(bytes / 1000).toFixed(0)} KB`;

try {
  const timed = paths.map(({ name, argv, env, exit, limits }) => {
    const command = [process.execPath, program, ...argv];
    const warm = ratio(command, { env, exit });
    const fresh = path.join(home, "fresh");
    const first = ratio(command, {
      env: { ...env, XDG_CACHE_HOME: fresh },
      exit,
      before: () => rmSync(fresh, { recursive: true, force: true }),
    });
    return [name, times(warm, limits[0]), times(first, limits[1])];
  });
  const beside = others().map(({ name, value }) => [name, value.toFixed(2), ""]);
  const floorMemory = memory(["-e", "0"], base);
  const memories = paths.map(({ name, argv, env, call }) => [
    name,
    `${memory([program, ...argv], env).toFixed(1)} MiB (at most ${call ? 50 : 42})`,
  ]);
  const size = packageSize();
  const rates = [];
  for (const width of [1, 8]) {
    const { perSecond, failures } = await throughput(width);
    rates.push([`${calls} calls, ${width} at a time`, `${perSecond.toFixed(1)} a second`, `${failures} failures`]);
  }
  const text = `# Performance

The last run of \`npm run bench -- --write\`, on Node ${process.version}, ${os.type()} ${os.arch()}, ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}).
Machines are noisy: run it again for your own, and compare ratios, not milliseconds.

## Time of a whole process, as a multiple of \`node -e 0\`

Median of ${pairs} pairs. "First run" is one with no compiled code kept yet. The calls are signed, to a stand-in on this machine.

${table(["path", "warm", "first run"], [...timed, ...beside])}

## Peak memory

\`node -e 0\` itself: ${floorMemory.toFixed(1)} MiB.

${table(["path", "peak"], memories)}

## Throughput

${table(["", "rate", "failures"], rates)}

## Package

${kib(size.packed)} packed (at most 420 KB), ${kib(size.unpacked)} unpacked (at most 1500 KB), ${size.files} files, no dependencies.
`;
  console.log(text);
  if (words.includes("--write")) writeFileSync(path.join(root, "docs", "performance.md"), text);
} catch (error) {
  console.log(error.message); // standard error is the stand-in's log, which nobody sees
  process.exitCode = 1;
} finally {
  rmSync(home, { recursive: true, force: true });
}
