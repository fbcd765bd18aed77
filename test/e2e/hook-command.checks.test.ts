import { expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import path from "node:path";
import { runHook } from "../support/hook";
import { createFolders } from "../support/program";

type Env = Record<string, string | null>;

test.concurrent.each<[string, string[], Env, number, string]>([
  [
    "an id that is empty",
    ["--deployment-id", ""],
    {},
    255,
    "Invalid length for parameter deploymentId, value: 0, valid min length: 1",
  ],
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
  const finished = await runHook({ words: ["touch", "started"], options, env, folders });
  const isStarted = existsSync(path.join(folders.cwd, "started"));
  await folders.remove();
  expect(finished).toMatchObject({ exitCode, stdout: "", reported: [] });
  expect(finished.stderr).toMatch(message);
  expect(isStarted).toBe(false);
});
