import { existsSync, readFileSync, readdirSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { createFolders, executable, runProgram, type ProgramRun } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();

const argv = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1", "--status", "Succeeded"];
const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };

test.each<[string, (path: string) => Partial<ProgramRun>]>([
  ["--ca-bundle", (path) => ({ argv: [...argv, "--ca-bundle", path] })],
  ["AWS_CA_BUNDLE", (path) => ({ env: { AWS_CA_BUNDLE: path } })],
  ["REQUESTS_CA_BUNDLE", (path) => ({ env: { REQUESTS_CA_BUNDLE: path } })],
  ["ca_bundle", (path) => ({ files: { "~/.aws/config": `[default]\nca_bundle = ${path}\n` } })],
])("~ in %s is the home folder, and $NAME is nothing", async (_, given) => {
  const run = (path: string) => {
    const { env, files, ...more } = given(path);
    return runProgram({
      argv,
      ...more,
      env: { ...keys, AWS_MAX_ATTEMPTS: "1", AWS_ENDPOINT_URL: service().tlsUrl, NAME: "ca", ...env },
      files: { ...files, "~/ca.pem": readFileSync(service().ca, "utf8") },
    });
  };
  expect(await run("~/ca.pem")).toMatchObject({ exitCode: 0, stderr: "" });
  expect((await run("~/$NAME.pem")).stderr).toContain("$NAME.pem: no such file or directory");
});

/** A user that is in no list of users, whose home nobody knows, and who may read what root may. */
const nobody = ["setpriv", "--reuid", "123456", "--regid", "123456", "--clear-groups"];
const mayRead = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override", process.execPath, executable];
const canBeNobody =
  process.platform === "linux" &&
  process.getuid?.() === 0 &&
  existsSync("/etc/passwd") &&
  spawnSync("setpriv", [...nobody.slice(1), ...mayRead.slice(0, 2), "true"]).status === 0;

(canBeNobody ? test : test.skip)(
  "where there is no home folder at all, everything works from the environment",
  async () => {
    const program = [...nobody, ...mayRead] as [string, ...string[]];
    const skeleton = await runProgram({
      argv: [...argv.slice(0, 2), "--generate-cli-skeleton"],
      program,
      env: { HOME: null },
    });
    expect(skeleton).toMatchObject({ exitCode: 0, stderr: "" });
    const env = { ...keys, HOME: null, AWS_ENDPOINT_URL: service().url };
    expect(await runProgram({ argv, program, env })).toMatchObject({ exitCode: 0, stderr: "" });
    const role = { AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/w", AWS_WEB_IDENTITY_TOKEN_FILE: "/proc/self/comm" };
    const noKeys = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };
    const folders = await createFolders();
    const files = { "./~/.aws/config": "no config file" };
    const finished = await runProgram({ argv, program, files, folders, env: { ...env, ...noKeys, ...role } });
    const left = readdirSync(folders.cwd, { recursive: true });
    await folders.remove();
    expect(left.toSorted()).toEqual(["~", "~/.aws", "~/.aws/config"]);
    expect(finished).toMatchObject({
      exitCode: 0,
      stderr: "",
    });
  },
);
