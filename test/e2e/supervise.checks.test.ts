import { expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import path from "node:path";
import { runHook } from "../support/hook";
import { createFolders, runProgram } from "../support/program";

type Env = Record<string, string | null>;

test.concurrent.each<[string, string[], Env, number, string]>([
  ["an id that is empty", ["--deployment-id", ""], {}, 255, "\n--deployment-id is empty\n"],
  ["an id with a line end", ["--deployment-id", "d-1\n"], {}, 255, "--deployment-id has a line end in it (\\n)\n"],
  [
    "an id with a control character",
    ["--deployment-id", "d\u001b"],
    {},
    255,
    "--deployment-id has a control character",
  ],
  ["an id from a file with a line end", ["--deployment-id", "file://id"], {}, 255, "(\\n), from file://id\n"],
  ["a status too", ["--status", "Succeeded"], {}, 2, "--status"],
  ["a status in the JSON", ["--cli-input-json", '{"status":"Succeeded"}'], {}, 2, "--cli-input-json"],
  ["a proxy that is no URL", [], { HTTP_PROXY: "http://[" }, 255, "http://["],
  ["no region", [], { AWS_DEFAULT_REGION: null }, 255, "You must specify a region"],
  ["no credentials", [], { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null }, 255, "Unable to locate credentials"],
  ["a profile that does not exist", ["--profile", "nobody"], {}, 255, "The config profile (nobody) could not be found"],
  ["an endpoint that is no URL", ["--endpoint-url", "nowhere"], {}, 255, "nowhere"],
  [
    "authorities that are not there",
    ["--endpoint-url", "https://localhost:1", "--ca-bundle", "/nowhere.pem"],
    {},
    255,
    "/nowhere.pem",
  ],
  ["an output type that does not exist", [], { AWS_DEFAULT_OUTPUT: "nosuch" }, 255, "Unknown output type: nosuch"],
])("with %s the command is not started", async (_, options, env, exitCode, message) => {
  const folders = await createFolders();
  const finished = await runHook({ words: ["touch", "started"], options, env, folders, files: { id: "d-1\n" } });
  const isStarted = existsSync(path.join(folders.cwd, "started"));
  await folders.remove();
  expect(finished).toMatchObject({ exitCode, stdout: "", reported: [] });
  expect(finished.stderr).toContain(message);
  expect(isStarted).toBe(false);
});

const operation = ["deploy", "put-lifecycle-event-hook-execution-status"];
const skeleton = ["--generate-cli-skeleton", "output"];
const inEnvironment = {
  AWS_ACCESS_KEY_ID: "AKIDENV",
  AWS_SECRET_ACCESS_KEY: "secret-env",
  AWS_DEFAULT_REGION: "us-east-1",
};

test.concurrent.each<[string, string[], number, string]>([
  ["no status", [...operation, "--deployment-id", "d-1", "--"], 2, "aws: error: no command after --\n"],
  ["a status", [...operation, "--deployment-id", "d-1", "--status", "Failed", ...skeleton, "--"], 0, ""],
  ["a status in the JSON", [...operation, "--cli-input-json", '{"status":"Failed"}', ...skeleton, "--"], 0, ""],
  [
    "no result of an action",
    ["autoscaling", "complete-lifecycle-action", "--lifecycle-hook-name", "h", "--auto-scaling-group-name", "g", "--"],
    2,
    "aws: error: no command after --\n",
  ],
  [
    "a deployment to continue",
    ["deploy", "continue-deployment", "--deployment-id", "d-1", "--"],
    2,
    "no command after --",
  ],
  [
    "an operation that takes no command",
    [
      "autoscaling",
      "put-lifecycle-hook",
      "--lifecycle-hook-name",
      "h",
      "--auto-scaling-group-name",
      "g",
      ...skeleton,
      "--",
    ],
    0,
    "",
  ],
])("nothing after -- with %s", async (_, argv, exitCode, message) => {
  const finished = await runProgram({ argv, env: inEnvironment });
  expect(finished.exitCode).toBe(exitCode);
  expect(finished.stderr).toContain(message);
});
