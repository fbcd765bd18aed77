import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import { performance } from "node:perf_hooks";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildWithOperations } from "./with-operations.mjs";

/**
 * Measures the built program: `npm run bench [-- --pairs N] [--calls N] [--write] [--beside NAME=PROGRAM]`. Times are whole
 * processes, as multiples of `node -e 0` run just before each, medians of N pairs (41). `--write` puts the report into
 * docs/performance.md. `--beside` runs another build's program in the same pairs: how much a limit is worth on a machine is
 * seen by what a build takes that is known from elsewhere.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const program = path.join(root, "bin", "aws-lifecycle-hooks.js");
const words = process.argv.slice(2);
const pairs = words.includes("--pairs") ? Number(words[words.indexOf("--pairs") + 1]) : 41;
const calls = words.includes("--calls") ? Number(words[words.indexOf("--calls") + 1]) : 200;
const [besideName = "", besideProgram] = words.includes("--beside")
  ? words[words.indexOf("--beside") + 1].split("=")
  : [];
const started = performance.now();
const [firstLoad] = os.loadavg();

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

const complete = [
  "autoscaling",
  "complete-lifecycle-action",
  "--lifecycle-hook-name",
  "h",
  "--auto-scaling-group-name",
  "g",
  "--instance-id",
  "i-0123456789abcdef0",
];
const listHooks = ["autoscaling", "describe-lifecycle-hooks", "--auto-scaling-group-name", "g"];
const getDeployment = ["deploy", "get-deployment", "--deployment-id", "d-BENCH"];

const quiet = [1.17, 1.47];
const calling = [2.0, 3.0];
const paths = [
  { name: "--version", argv: ["--version"], env: base, limits: [1.15, 1.45] },
  { name: "skeleton", argv: [...deploy, "--generate-cli-skeleton"], env: base, limits: quiet },
  { name: "usage error", argv: ["autoscaling", "put-lifecycle-hook"], env: base, exit: 2, limits: quiet },
  { name: "validation error", argv: [...deploy, "--status", "Done"], env: inEnv, exit: 255, limits: quiet },
  { name: "help into a pipe", argv: [...deploy, "help"], env: base, limits: [1.2, 1.5] },
  { name: "put-lifecycle-event-hook-execution-status", argv: report, env: inEnv, limits: calling, call: true },
  { name: "the same, keys in the credentials file", argv: report, env: inFile, limits: calling, call: true },
  { name: "put-lifecycle-hook", argv: hook, env: inEnv, limits: calling, call: true },
  {
    name: "complete-lifecycle-action",
    argv: [...complete, "--lifecycle-action-result", "CONTINUE"],
    plain: true,
    limits: calling,
    call: true,
  },
  { name: "describe-lifecycle-hooks", argv: listHooks, plain: true, limits: calling, call: true },
  { name: "get-deployment", argv: getDeployment, plain: true, limits: calling, call: true },
];

/** The line with a command whose end makes the call, beside the plain call. */
const withCommand = [...deploy, ...report.slice(2, 6), "--", "true"];

/**
 * Milliseconds of one process, which must end with `exit`.
 * @param {string[]} command
 */
function time([command, ...argv], env, exit = 0) {
  const start = process.hrtime.bigint();
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = ["ignore", "ignore", "pipe"];
  const { status, stderr } = spawnSync(command, argv, { env, cwd: home, stdio });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== exit) throw new Error(`${command} ${argv.join(" ")} ended with ${status}, not ${exit}: ${stderr}`);
  return elapsed;
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * The medians of `count` ratios of commands to `node -e 0`, all run in turns after one of each unmeasured.
 * @param {string[][]} commands
 * @param {{ env: NodeJS.ProcessEnv, exit?: number, count?: number, before?: () => void }} how
 */
function ratios(commands, { env, exit, count = pairs, before = () => undefined }) {
  const turns = Array.from({ length: count + 1 }, () => {
    before();
    const floor = time([process.execPath, "-e", "0"], base);
    floors.push(floor);
    return commands.map((command) => time(command, env, exit) / floor);
  });
  return commands.map((_, at) => median(turns.slice(1).map((turn) => turn[at])));
}

/** The same for one command. */
const ratio = (command, how) => ratios([command], how)[0];

/** Whether the other build, which may be older, ends such a line as ours does. */
function isKnownBeside(argv, env, exit = 0) {
  return spawnSync(process.execPath, [besideProgram, ...argv], { env, cwd: home, stdio: "ignore" }).status === exit;
}

/** All times of `node -e 0`: how far they are apart tells how busy the machine is. */
const floors = [];

/** The median of `count` ratios of one command to another that are run back to back. */
function ratioOf(command, other, { env, count = pairs }) {
  const pair = () => time(command, env) / time(other, env);
  pair();
  return median(Array.from({ length: count }, pair));
}

/** The load of the machine, with a warning if it is too much. */
function loadText() {
  const sorted = floors.toSorted((a, b) => a - b);
  const [low, high] = [0.25, 0.75].map((part) => sorted[Math.floor(sorted.length * part)]);
  const spread = (100 * (high / low - 1)).toFixed(0);
  const isBusy = high / low > 1.25 || firstLoad > os.cpus().length / 2;
  const said = `Load before the run: ${firstLoad.toFixed(1)} on ${os.cpus().length} cores. The middle half of all \`node -e 0\` lies within ${spread} %.`;
  return isBusy ? `${said} **The machine was too busy to judge by this.**` : said;
}

/** Tells how far the run is. */
function tell(text) {
  const at = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${at.padStart(5)} s  load ${os.loadavg()[0].toFixed(1)}  ${text}`);
}

/**
 * The resources that a process has used as it ends, by its own account: medians of five runs. Memory in MiB, time in
 * milliseconds.
 */
function usage(argv, env) {
  const hookFile = path.join(home, "usage.cjs");
  const say = 'require("node:fs").writeSync(3, JSON.stringify(process.resourceUsage()))';
  writeFileSync(hookFile, `process.on("exit", () => { ${say} });`);
  const run = () => {
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", "ignore", "ignore", "pipe"];
    const { output } = spawnSync(process.execPath, ["-r", hookFile, ...argv], { env, cwd: home, stdio });
    return JSON.parse(String(output[3]));
  };
  const runs = Array.from({ length: 5 }, run);
  return {
    memory: median(runs.map(({ maxRSS }) => maxRSS / 1024)),
    cpu: median(runs.map(({ userCPUTime, systemCPUTime }) => (userCPUTime + systemCPUTime) / 1000)),
  };
}

const memory = (argv, env) => usage(argv, env).memory;

/** Starts the service of large answers and of many pages. */
async function startLarge() {
  const child = spawn(process.execPath, [path.join(root, "scripts", "bench-service.mjs")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = await once(child.stdout, "data");
  return {
    at: (where) => ({ ...inEnv, AWS_ENDPOINT_URL: `http://127.0.0.1:${String(port).trim()}/${where}` }),
    stop: () => child.stdin.end(),
  };
}

/** Rows of describe-auto-scaling-groups: how time and memory grow with the answer. */
function largeRows(large) {
  const describe = [program, "autoscaling", "describe-auto-scaling-groups"];
  const forms = [
    ["JSON", []],
    ["--query", ["--query", "AutoScalingGroups[].Instances[?LifecycleState=='InService'].InstanceId"]],
    ["table", ["--output", "table"]],
  ];
  const empty = memory(describe, large.at("groups/0"));
  return [10, 100, 1000].flatMap((count) =>
    forms.map(([form, options]) => {
      const env = large.at(`groups/${count}`);
      const argv = [...describe, ...options];
      const value = ratio([process.execPath, ...argv], { env, count: Math.min(pairs, 11) });
      const above = memory(argv, env) - empty;
      tell(`${count} groups, ${form}: ${value.toFixed(2)}, ${above.toFixed(1)} MiB`);
      const time = count === 1000 ? times(value, 20) : value.toFixed(2);
      return [`${count} groups, ${form}`, time, `${above.toFixed(1)} MiB`];
    }),
  );
}

/** The cost of one more call in the same process, as part of the CPU time of `node -e 0`. */
function oneMore(large) {
  const argv = [program, "deploy", "list-deployments"];
  const [few, many] = [1, 1001].map((count) => usage(argv, large.at(`pages/${count}`)).cpu);
  return (many - few) / 1000 / usage(["-e", "0"], base).cpu;
}

/** Rows of how the tool grows with the number of its operations. */
function growthRows() {
  return [2, 10, 22, 40].map((count) => {
    const folder = mkdtempSync(path.join(home, "growth-"));
    const grown = buildWithOperations(root, folder, count);
    const argv = (line) => [process.execPath, grown, ...line];
    const version = ratio(argv(["--version"]), { env: base });
    const skeleton = ratio(argv(["autoscaling", "put-lifecycle-hook", "--generate-cli-skeleton"]), { env: base });
    const { size } = statSync(path.join(folder, "dist", "main.js"));
    rmSync(folder, { recursive: true });
    tell(`${count} operations: ${version.toFixed(2)}, ${kib(size)}`);
    return [count, version.toFixed(2), skeleton.toFixed(2), count === 40 ? `${kib(size)} (at most 95 KB)` : kib(size)];
  });
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

let large;
try {
  large = await startLarge();
  tell(`${pairs} pairs of each`);
  const allPaths = paths.map((one) => (one.plain ? { ...one, env: large.at("calls") } : one));
  const timed = allPaths.map(({ name, argv, env, exit, limits }) => {
    const programs = besideProgram && isKnownBeside(argv, env, exit) ? [program, besideProgram] : [program];
    const commands = programs.map((one) => [process.execPath, one, ...argv]);
    const [command] = commands;
    const [warm, other] = ratios(commands, { env, exit });
    const fresh = path.join(home, "fresh");
    const first = ratio(command, {
      env: { ...env, XDG_CACHE_HOME: fresh },
      exit,
      before: () => rmSync(fresh, { recursive: true, force: true }),
    });
    const column = besideProgram ? [other?.toFixed(2) ?? ""] : [];
    tell([`${name}: ${warm.toFixed(2)}`, `first run ${first.toFixed(2)}`, ...column].join(", "));
    return [name, times(warm, limits[0]), times(first, limits[1]), ...column];
  });
  const supervised = ratioOf([process.execPath, program, ...withCommand], [process.execPath, program, ...report], {
    env: large.at("calls"),
  });
  tell(`with -- true: ${supervised.toFixed(2)} times the plain call`);
  const beside = others().map(({ name, value }) => [name, value.toFixed(2), ""]);
  const floorMemory = memory(["-e", "0"], base);
  const memories = allPaths.map(({ name, argv, env, call }) => [
    name,
    `${memory([program, ...argv], env).toFixed(1)} MiB (at most ${call ? 50 : 42})`,
  ]);
  tell("memory is measured");
  const largeAnswers = largeRows(large);
  const more = oneMore(large);
  tell(`one more call: ${(100 * more).toFixed(1)} % of node -e 0`);
  const growth = growthRows();
  const size = packageSize();
  const rates = [];
  for (const width of [1, 8]) {
    const { perSecond, failures } = await throughput(width);
    tell(`${width} at a time: ${perSecond.toFixed(1)} calls a second`);
    rates.push([`${calls} calls, ${width} at a time`, `${perSecond.toFixed(1)} a second`, `${failures} failures`]);
  }
  const text = `# Performance

The last run of \`npm run bench -- --write\`, on Node ${process.version}, ${os.type()} ${os.arch()}, ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}).
Machines are noisy: run it again for your own, and compare ratios, not milliseconds.
${loadText()}

## Time of a whole process, as a multiple of \`node -e 0\`

Median of ${pairs} pairs. "First run" is one with no compiled code kept yet. The calls are signed, to a stand-in on this machine.${besideProgram ? ` The last column is ${besideName} in the same pairs.` : ""}

${table(
  ["path", "warm", "first run", ...(besideProgram ? [besideName] : [])],
  [...timed, ...beside.map((row) => (besideProgram ? [...row, ""] : row))],
)}

A run with \`-- true\` takes ${times(supervised, 1.25)} times as long as the plain call, in pairs.

## Peak memory

\`node -e 0\` itself: ${floorMemory.toFixed(1)} MiB.

${table(["path", "peak"], memories)}

## Growth

With the number of operations; the multiples are of \`node -e 0\` again.

${table(["operations", "--version", "skeleton", "main.js"], growth)}

With the size of an answer of \`describe-auto-scaling-groups\`, about 5 KB of XML a group; the memory is above that of a call with an empty answer.

${table(["answer", "time", "memory above an empty call"], largeAnswers)}

## Many calls in one process

One more call of the same run, such as a page, takes ${(100 * more).toFixed(1)} % (at most 5 %) of the CPU time of \`node -e 0\`.

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
  large?.stop();
  rmSync(home, { recursive: true, force: true });
}
