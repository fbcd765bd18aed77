import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { operations } from "../../src/operations/all";
import { createFolders, runProgram, type Finished } from "../support/program";
import recorded from "./package.sizes.json";

const execute = promisify(execFile);

/** What `npm pack --json` says of a package. */
interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

let folder: string;
let packed: Packed;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "package-"));
  const words = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await execute("npm", words, { shell: process.platform === "win32" });
  [packed] = Object.values(JSON.parse(stdout) as Record<string, Packed>) as [Packed];
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("the package holds the bundles, skeletons, README and licences, and nothing else", () => {
  const bundles = [
    "arguments-raw-words",
    "client-ssm",
    "completion-show",
    "credentials-clients",
    "credentials-container",
    "credentials-instance",
    "credentials-legacy-files",
    "credentials-login",
    "credentials-mfa",
    "credentials-process",
    "credentials-role",
    "credentials-sso",
    "credentials-web-identity",
    "failure-describe",
    "help-bold",
    "help-pager",
    "help-show",
    "io-harmless",
    "lambda",
    "lambda-handlers",
    "lambda-worker",
    "main",
    "output-color",
    "output-format",
    "output-query",
    "output-table",
    "output-tame",
    "output-timestamps",
    "params-shorthand-value",
    "params-url",
    "python-json-fault",
    "sdk-core",
    "stand-in-command",
    "start-renew-code",
    "supervise-needs",
    "supervise-run",
    "transport-tls",
    "transport-tunnel",
    "ways-call",
    "ways-pages",
    "ways-parked",
    "ways-template",
    "ways-wait",
    ...new Set(operations.map(({ service }) => `client-${service.word}`)),
    ...operations.map(({ word }) => `operation-${word}`),
  ];
  const skeletons = operations.flatMap(({ service, word }) =>
    ["input", "output"].map((kind) => `skeletons/${service.word}/${word}.${kind}.json`),
  );
  expect(packed.files.map((file) => file.path).sort()).toEqual(
    [
      "LICENSE",
      "README.md",
      "THIRD_PARTY_LICENSES",
      "bin/aws-lifecycle-hooks.js",
      "bin/package.json",
      "dist/lambda.d.ts",
      "package.json",
      ...bundles.map((name) => `dist/${name}.js`),
      ...skeletons,
    ].sort(),
  );
});

test("the package needs no other package, and runs nothing when it is installed", async () => {
  const manifest = JSON.parse(await readFile("package.json", "utf8")) as Record<string, unknown>;
  expect(manifest).not.toHaveProperty("dependencies");
  expect(manifest).not.toHaveProperty("optionalDependencies");
  expect(manifest).not.toHaveProperty("peerDependencies");
  const atInstall = ["preinstall", "install", "postinstall", "prepublish", "preprepare", "prepare"];
  expect(Object.keys(manifest["scripts"] as object).filter((name) => atInstall.includes(name))).toEqual([]);
});

/** A package that grew is recorded anew on purpose, one that shrank so that it stays small. */
describe("the package is as large as package.sizes.json says", () => {
  test.each([
    { name: "packed", size: () => packed.size, recorded: recorded.packed, limit: 420_000 },
    { name: "unpacked", size: () => packed.unpackedSize, recorded: recorded.unpacked, limit: 1_500_000 },
  ])("$name", ({ size, recorded: last, limit }) => {
    expect(size()).toBeLessThanOrEqual(limit);
    expect(size()).toBeLessThanOrEqual(last * 1.02);
    expect(size()).toBeGreaterThanOrEqual(last * 0.95);
  });
});

/** Windows starts npx by way of a shell. */
const onPosix = process.platform === "win32" ? describe.skip : describe;

onPosix("npx runs the packed file in an empty folder, without a network", () => {
  const hook =
    "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --lifecycle-event-hook-execution-id e-1";
  test.each([
    {
      line: `${hook} --status Succeeded`,
      exitCode: 0,
      stdout: '{\n    "lifecycleEventHookExecutionId": "e-1"\n}\n',
    },
    {
      line: "autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g --lifecycle-transition autoscaling:EC2_INSTANCE_LAUNCHING",
      exitCode: 0,
      stdout: "",
    },
    { line: `${hook} --status Bad`, exitCode: 255, stdout: "" },
  ])("$line", async ({ line, exitCode, stdout }) => {
    expect(await npx(line)).toMatchObject({ exitCode, stdout });
  });
});

/** Runs the packed file through npx, in a folder with nothing else in it, with the stand-in service as endpoint. */
async function npx(line: string): Promise<Finished> {
  const folders = await createFolders();
  await copyFile(path.join(folder, packed.filename), path.join(folders.cwd, packed.filename));
  const argv = ["stand-in", "--", "npx", "--yes", `./${packed.filename}`, ...line.split(" ")];
  const offline = { npm_config_offline: "true", npm_config_update_notifier: "false" };
  try {
    return await runProgram({ argv, folders, env: { ...offline, npm_config_cache: path.join(folder, "npm") } });
  } finally {
    await folders.remove();
  }
}
