import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { steps, told } from "./demo-steps.mjs";

const program = fileURLToPath(new URL("../bin/aws-lifecycle-hooks.js", import.meta.url));
const folder = await mkdtemp(path.join(tmpdir(), "demo-"));
const settings = {
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "AKIDSTANDIN",
  AWS_SECRET_ACCESS_KEY: "not-a-secret",
};

/** Starts the program with nothing of the user's own settings, for a minute at most. */
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

function indent(text) {
  return text.replace(/^(?=.)/gm, "    ");
}

/** A command line, broken before options where it is long, and bold on a terminal. */
function shown(typed) {
  const line = `$ aws-lifecycle-hooks ${typed}`;
  const breaks = / (?=--(?:deployment-id|status|lifecycle-hook-name|lifecycle-transition)\b|-- )/g;
  const broken = line.length <= 96 ? line : line.replace(breaks, " \\\n    ");
  return process.stdout.isTTY ? `\x1b[1m${broken}\x1b[0m` : broken;
}

async function play(step, number, extra) {
  const { about, file, content, typed, exitCode = 0, stdout = "", stderr = /^$/ } = step;
  console.log(`\n${number}. ${about}\n`);
  if (file) {
    await writeFile(path.join(folder, file), content);
    console.log(indent(`$ cat ${file}\n${content}`));
  }
  const words = typed
    .split(" ")
    .flatMap((word) => (word === "aws-lifecycle-hooks" ? [process.execPath, program] : [word]));
  const seen = await run(words, extra);
  const printed = (seen.stdout + seen.stderr.replace(/^\n/, "")).trimEnd();
  console.log(indent([shown(typed), printed].filter(Boolean).join("\n")));
  return verdict(seen.exitCode === exitCode && seen.stdout === stdout && stderr.test(seen.stderr), seen.exitCode);
}

function verdict(met, exitCode) {
  const words = met ? "✓ as expected" : "✗ NOT AS EXPECTED";
  console.log(`\n   ${exitCode === undefined ? words : `${words}, exit code ${exitCode}`}`);
  return met;
}

async function demo() {
  const record = path.join(folder, "record.json");
  const standIn = start(["stand-in", "--record", record]);
  const ended = once(standIn, "close");
  standIn.stderr.resume();
  try {
    const [line] = await Promise.race([once(standIn.stdout, "data"), ended.then(() => [""])]);
    const url = line.toString().trim();
    if (!url) throw new Error("The stand-in did not start.");
    console.log(`aws-lifecycle-hooks, tried against a stand-in at ${url}. It is not AWS.\n`);
    const exports = Object.entries({ AWS_ENDPOINT_URL: url, ...settings }).map((pair) => `export ${pair.join("=")}`);
    console.log(indent(exports.join("\n")));
    let met = 0;
    for (const [at, step] of steps.entries()) met += await play(step, at + 1, { AWS_ENDPOINT_URL: url });
    const { hooks, executions } = JSON.parse(await readFile(record, "utf8"));
    console.log(`\nWhat the stand-in was told:\n\n${indent(JSON.stringify({ hooks, executions }, undefined, 4))}`);
    met += verdict(isDeepStrictEqual({ hooks, executions }, told));
    console.log(`\n${met} of ${steps.length + 1} as expected.`);
    return met === steps.length + 1 ? 0 : 1;
  } finally {
    standIn.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await demo();
