import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { steps, told } from "./demo-steps.mjs";
import { speed, world, worldSteps } from "./demo-world.mjs";
import { fold, foldCommand, indent } from "./fold.mjs";

const program = fileURLToPath(new URL("../bin/aws-lifecycle-hooks.js", import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), "demo-"));
const settings = {
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "AKIDSTANDIN",
  AWS_SECRET_ACCESS_KEY: "not-a-secret",
};

/** The lines to type after the demo. */
const next = `Next:

    npm pack && npm install --global ./aws-lifecycle-hooks-*.tgz
    aws-lifecycle-hooks help               # all that it can do
    aws-lifecycle-hooks stand-in -- sh     # a shell that talks to a stand-in
    npm test                               # all checks and tests

README.md has what you want to get done, task by task.`;

/** Starts the program without the user's own settings, for a minute at most. */
function start(words, extra = {}) {
  const { PATH, SystemRoot } = process.env;
  const env = { PATH, ...(SystemRoot && { SystemRoot }), HOME: folder, USERPROFILE: folder, ...settings, ...extra };
  return spawn(process.execPath, [program, ...words], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: 60_000,
  });
}

async function run(words, extra) {
  const child = start(words, extra);
  const [stdout, stderr, [exitCode]] = await Promise.all([
    readAll(child.stdout),
    readAll(child.stderr),
    once(child, "close"),
  ]);
  return { exitCode, stdout, stderr };
}

async function readAll(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** A command line, bold on a terminal. */
function shown(typed) {
  const lines = foldCommand(`$ aws-lifecycle-hooks ${typed}`);
  return process.stdout.isTTY ? `\x1b[1m${lines}\x1b[0m` : lines;
}

async function play(step, number, extra) {
  const { about, file, content, typed, exitCode = 0, stdout = "", stderr = /^$/ } = step;
  console.log(`\n${fold(`${number}. ${about}`, "   ")}\n`);
  if (file) {
    await writeFile(path.join(folder, file), content);
    console.log(indent(`$ cat ${file}\n${content}`));
  }
  const words = typed
    .split(" ")
    .flatMap((word) => (word === "aws-lifecycle-hooks" ? [process.execPath, program] : [word]));
  const seen = await run(words, extra);
  const printed = (seen.stdout + seen.stderr.replace(/^\n/, "")).trimEnd();
  console.log(indent([shown(typed), fold(printed)].filter(Boolean).join("\n")));
  const isPrinted = stdout instanceof RegExp ? stdout.test(seen.stdout) : seen.stdout === stdout;
  return verdict(seen.exitCode === exitCode && isPrinted && stderr.test(seen.stderr), seen.exitCode);
}

function verdict(met, exitCode) {
  const words = met ? "✓ as expected" : "✗ NOT AS EXPECTED";
  console.log(`\n   ${exitCode === undefined ? words : `${words}, exit code ${exitCode}`}`);
  return met;
}

/** Runs a stand-in while `use` does something with its address and with what it logs. */
async function withStandIn(words, use) {
  const standIn = start(["stand-in", ...words]);
  const ended = once(standIn, "close");
  let log = "";
  standIn.stderr.on("data", (chunk) => (log += chunk));
  try {
    const [line] = await Promise.race([once(standIn.stdout, "data"), ended.then(() => [""])]);
    const url = line.toString().trim();
    if (!url) throw new Error(`The stand-in did not start: ${log}`);
    return await use({ AWS_ENDPOINT_URL: url, AWS_EC2_METADATA_DISABLED: "true" }, () => log);
  } finally {
    standIn.kill();
    await ended;
  }
}

/** The first part: single calls to a stand-in in which everything that is named comes into being. */
async function playCalls() {
  const record = path.join(folder, "record.json");
  return withStandIn(["--record", record], async (extra) => {
    console.log(fold(`These are real runs, against a stand-in at ${extra.AWS_ENDPOINT_URL}. It is not AWS.`, ""));
    let met = 0;
    for (const [at, step] of steps.entries()) met += await play(step, at + 1, extra);
    const { hooks, executions } = JSON.parse(await readFile(record, "utf8"));
    console.log(`\nWhat the stand-in was told:\n\n${indent(JSON.stringify({ hooks, executions }, undefined, 2))}`);
    return met + verdict(isDeepStrictEqual({ hooks, executions }, told));
  });
}

/** The second part: the lives of hooks, in a world whose clock runs fast. */
async function playWorld() {
  const file = path.join(folder, "world.json");
  await writeFile(file, JSON.stringify(world));
  return withStandIn(["--world", file, "--speed", String(speed)], async (extra, log) => {
    console.log(`\n${fold(`Now a world of its own, in which a minute is ${60 / speed} s.`, "")}`);
    let met = 0;
    for (const [at, step] of worldSteps.entries()) {
      if (step.after) console.log(`\n${indent(fold(await logged(step.after, log), ""))}`);
      met += await play(step, steps.length + at + 1, extra);
    }
    return met;
  });
}

/** Waits for a line of the stand-in's log, half a minute at most, and returns what happened. */
async function logged(pattern, log) {
  for (let tries = 0; tries < 300; tries++) {
    const [line] = pattern.exec(log()) ?? [];
    if (line) return `stand-in: ${line}`;
    await wait(100);
  }
  return `stand-in: no ${pattern} in half a minute`;
}

async function demo() {
  console.log("Starting the stand-in service…");
  try {
    const met = (await playCalls()) + (await playWorld());
    const all = steps.length + 1 + worldSteps.length;
    console.log(`\n${met} of ${all} as expected.\n\n${next}`);
    return met === all ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await demo();
