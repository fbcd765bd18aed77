import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { callTo, createWorld, withEnv, type FaultRun } from "../support/faults/fault";
import { runProgram } from "../support/program";

const folder = mkdtempSync(path.join(tmpdir(), "hostile-"));
const at = (name: string): string => path.join(folder, name);
const posix = process.platform !== "win32";

beforeAll(() => {
  mkdirSync(at("folder"));
  for (const name of ["zeros", "text", "json", "pem"]) writeFileSync(at(name), "");
  truncateSync(at("zeros"), 100_000_000);
  writeFileSync(at("text"), "[default]\nregion = us-east-1\n".repeat(3_500_000));
  writeFileSync(at("bytes"), Buffer.from([0, 10, 0xff, 0xfe, 0x80, 0xc0, 0xed, 0xa0, 0x80]));
  writeFileSync(at("deep object"), '{"deploymentId":'.repeat(100_000) + "1" + "}".repeat(100_000));
  writeFileSync(at("deep list"), "[".repeat(100_000) + "]".repeat(100_000));
  if (!posix) return;
  symlinkSync("loop", at("loop"));
  execFileSync("mkfifo", [at("pipe")]);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const files = ["zeros", "text", "bytes", "deep object", "deep list", "folder", "nothing", ...(posix ? ["loop"] : [])];

const http = callTo("http://127.0.0.1:1");
const https = callTo("https://127.0.0.1:1");
const plus = (run: FaultRun, ...words: string[]): FaultRun => ({ ...run, argv: [...run.argv, ...words] });
const keyless = withEnv(http, {
  AWS_ACCESS_KEY_ID: null,
  AWS_SECRET_ACCESS_KEY: null,
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
});
const sso = "[default]\nsso_start_url = s\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = r\n";

/** Wherever a file can be named, and what names it. */
const places: readonly [string, (file: string) => FaultRun][] = [
  ["a value", (file) => plus(http, "--deployment-id", `file://${file}`)],
  ["a value of bytes", (file) => plus(http, "--deployment-id", `fileb://${file}`)],
  ["--cli-input-json", (file) => plus(http, "--cli-input-json", `file://${file}`)],
  ["--ca-bundle", (file) => plus(https, "--ca-bundle", file)],
  ["AWS_CONFIG_FILE", (file) => withEnv(http, { AWS_CONFIG_FILE: file })],
  ["AWS_SHARED_CREDENTIALS_FILE", (file) => withEnv(keyless, { AWS_SHARED_CREDENTIALS_FILE: file })],
  [
    "AWS_WEB_IDENTITY_TOKEN_FILE",
    (file) => withEnv(keyless, { AWS_WEB_IDENTITY_TOKEN_FILE: file, AWS_ROLE_ARN: `arn:${"x".repeat(20)}` }),
  ],
  [
    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
    (file) =>
      withEnv(keyless, {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://127.0.0.1:1/creds",
        AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file,
        AWS_METADATA_SERVICE_NUM_ATTEMPTS: "1",
      }),
  ],
];

/** Every such run fails: the file is refused, or is nothing and then nobody answers. */
async function refuses(run: FaultRun): Promise<void> {
  const { exitCode, stdout, stderr, durationMs } = await runProgram({ ...run, timeoutMs: 60_000 });
  expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "" });
  expect(stderr).toMatch(/^\n?\S/);
  expect(stderr).not.toMatch(/^\s+at |is not a function|Invalid (string|regular)|call stack|Cannot /m);
  expect(stderr.length).toBeLessThan(2_000_000);
  expect(durationMs).toBeLessThan(50_000);
}

describe.each(places)("as %s", (_, run) => {
  test.concurrent.each(files)("%s", (name) => refuses(run(at(name))));
});

(posix ? test.concurrent : test.skip)("an endless file is refused wherever it is named", async () => {
  for (const [, run] of places) await refuses(run("/dev/zero"));
});

(posix ? test.concurrent : test.skip)("a pipe is no configuration file", async () => {
  await refuses(withEnv(http, { AWS_CONFIG_FILE: at("pipe") }));
  await refuses(withEnv(keyless, { AWS_SHARED_CREDENTIALS_FILE: at("pipe") }));
});

test.concurrent.each(files)("kept credentials that are %s are not used", async (name) => {
  const world = createWorld();
  try {
    const folders = await world.folders();
    const cache = path.join(folders.home, ".aws", "sso", "cache");
    mkdirSync(cache, { recursive: true });
    if (posix) symlinkSync(at(name), path.join(cache, "a0f1490a20d0211c997b44bc357e1972deab8ae3.json"));
    await refuses({ ...keyless, folders, files: { "~/.aws/config": sso } });
  } finally {
    await world.close();
  }
});

/** Tells on standard error what is opened below ~/.aws. */
const tell = `
  const fs = require("node:fs");
  for (const [object, name] of [[fs, "openSync"], [fs, "open"], [fs, "readFile"], [fs.promises, "readFile"], [fs.promises, "open"]]) {
    const original = object[name];
    object[name] = function (file, ...rest) {
      if (String(file).includes(".aws")) fs.writeSync(2, "opened " + String(file).replace(/.*\\.aws/, "") + "\\n");
      return original.call(this, file, ...rest);
    };
  }`;

test.concurrent.each(["deploy", "autoscaling"] as const)("%s: each configuration file is opened once", async (call) => {
  const world = createWorld();
  try {
    const { url } = await world.service([]);
    const run = withEnv(callTo(url, call), { NODE_OPTIONS: "--require ./tell.cjs" });
    const config = "[default]\nregion = us-east-1\n";
    const given = { "tell.cjs": tell, "~/.aws/config": config, "~/.aws/credentials": config };
    const { exitCode, stderr } = await runProgram({ ...run, files: given });
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "opened /config\nopened /credentials\n" });
  } finally {
    await world.close();
  }
});
