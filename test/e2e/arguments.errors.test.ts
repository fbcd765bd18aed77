import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

const report = "put-lifecycle-event-hook-execution-status";

const usage = `usage: aws-lifecycle-hooks [options] <command> <subcommand> [parameters]
To see help text, you can run:

  aws-lifecycle-hooks help
  aws-lifecycle-hooks <command> help
  aws-lifecycle-hooks <command> <subcommand> help

`;

test.each<[readonly string[], number, string]>([
  [[], 2, "aws: error: the following arguments are required: command\n"],
  [
    ["deploy", report, "--no"],
    2,
    "aws: error: ambiguous option: --no could match --no-verify-ssl, --no-paginate, --no-sign-request\n",
  ],
  [["deploy", report, "--bogus", "y", "extra"], 255, "Unknown options: --bogus, extra, y\n"],
])("%j ends with the usage and the error", async (argv, exitCode, error) => {
  expect(await runProgram({ argv })).toMatchObject({ exitCode, stdout: "", stderr: usage + error });
});

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env" };
const region = { AWS_DEFAULT_REGION: "us-east-1" };
const nowhere = ["--endpoint-url", "http://127.0.0.1:1"];
const badValues = ["--status", "file://nope"];

/** Each line adds the fault of the next stage, which must not be seen; each time the fault before is gone. */
test.each<[string, readonly string[], Readonly<Record<string, string>>]>([
  ["aws: error: argument --color", ["--color", "x", "--query", "["], {}],
  ["Bad value for --query", ["--query", "[", "--endpoint-url", "x"], {}],
  ["Bad value for --endpoint-url", ["--endpoint-url", "x", "--cli-read-timeout", "x"], {}],
  ["Bad value for --cli-read-timeout", ["--cli-read-timeout", "x", "--generate-cli-skeleton", "x"], {}],
  ["aws: error: argument --generate-cli-skeleton", ["--generate-cli-skeleton", "x", "--bogus"], {}],
  ["Unknown options: --bogus", ["--bogus", ...badValues], {}],
  ["Error parsing parameter '--status'", [...badValues, "--profile", "nope"], {}],
  ["The config profile (nope) could not be found", ["--profile", "nope", "--cli-input-json", "{"], {}],
  ["Error parsing parameter 'cli-input-json'", ["--cli-input-json", "{"], {}],
  ["You must specify a region", ["--cli-input-json", '{"x":1}'], {}],
  ["Parameter validation failed", ["--cli-input-json", '{"x":1}'], region],
  ["Unable to locate credentials", nowhere, region],
  ["Could not connect", nowhere, { ...region, ...keys }],
])("the first fault decides: %s", async (message, argv, env) => {
  const { exitCode, stderr } = await runProgram({
    argv: ["deploy", report, ...argv],
    env: { AWS_MAX_ATTEMPTS: "1", ...env },
  });
  const shown = stderr.replace(usage, "").trim();
  expect({ exitCode, starts: shown.slice(0, message.length) }).toEqual({
    exitCode: message.startsWith("aws: error") ? 2 : 255,
    starts: message,
  });
});

test.each([
  ["deploy", ["--deployment-id", "d"], 0],
  ["autoscaling", [], 2],
] as const)(
  "a skeleton of %s needs neither region nor credentials, and its output form checks",
  async (service, given, exitCode) => {
    const operation = service === "deploy" ? report : "put-lifecycle-hook";
    const input = await runProgram({ argv: [service, operation, "--generate-cli-skeleton"] });
    expect(input).toMatchObject({ exitCode: 0, stderr: "" });
    const output = await runProgram({
      argv: [service, operation, ...given, "--generate-cli-skeleton", "output"],
      env: region,
    });
    expect(output.exitCode).toBe(exitCode);
  },
);

test.each([["--version"], ["help"]])("%s works without a home, a region or credentials", async (...argv) => {
  expect(await runProgram({ argv, env: { HOME: null } })).toMatchObject({ exitCode: 0, stderr: "" });
});
