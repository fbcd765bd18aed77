import { expect, test } from "@jest/globals";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../support/hook";
import { jsonError, useHookService } from "../support/hook-service";
import { posixTest } from "../support/posix";
import { runProgram, startProgram, type Finished, type ProgramRun } from "../support/program";
import { startService } from "../support/service";

const services = useHookService();
const name = "/hooks/d-1";
const line = "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --cli-parked-in /hooks";

/** Runs the tool with keys, a region and the services in its environment. */
const asTyped = (words: string, { env, ...run }: Partial<ProgramRun> = {}): ProgramRun => ({
  argv: words.split(" "),
  env: {
    AWS_ACCESS_KEY_ID: "AKIDENV",
    AWS_SECRET_ACCESS_KEY: "secret-env",
    AWS_DEFAULT_REGION: "eu-west-1",
    ...services.env(),
    ...env,
  },
  ...run,
});
const run = (words: string, options: Partial<ProgramRun> = {}): Promise<Finished> =>
  runProgram(asTyped(words, options));

test.each([
  ["--status Succeeded", 0, "Succeeded"],
  ["--status Failed", 0, "Failed"],
  ["-- true", 0, "Succeeded"],
  ["-- false", 1, "Failed"],
])("%s reports for what is parked, and removes it", async (words, exitCode, status) => {
  services.parameters.set(name, "e-1");
  expect(await run(`${line} ${words}`)).toMatchObject({ exitCode });
  expect(services.told()).toEqual([status]);
  const report = services.service().requests.find(({ target }) => target?.startsWith("CodeDeploy"));
  expect(report?.body).toMatchObject({ json: { deploymentId: "d-1", lifecycleEventHookExecutionId: "e-1" } });
  expect([...services.parameters]).toEqual([]);
});

test("it is looked for until it is there", async () => {
  const { finished } = await startProgram(asTyped(`${line} --status Succeeded`));
  while (services.called().length === 0) await sleep(20);
  services.parameters.set(name, "e-1");
  expect(await finished).toMatchObject({ exitCode: 0 });
  expect(services.called().slice(0, 3)).toEqual([
    "GetParameter",
    "GetParameter",
    "PutLifecycleEventHookExecutionStatus",
  ]);
});

posixTest.each<[NodeJS.Signals, number]>([
  ["SIGTERM", 143],
  ["SIGINT", 130],
])("%s while it is looked for: %d, a line, and nothing is reported", async (signal, exitCode) => {
  const { child, finished } = await startProgram(asTyped(`${line} -- echo STARTED`));
  while (services.called().length === 0) await sleep(20);
  child.kill(signal);
  expect(await finished).toMatchObject({
    exitCode,
    stdout: "",
    stderr: `aws-lifecycle-hooks: ${signal} came before echo could be started: nothing was sent\n`,
  });
  expect(services.told()).toEqual([]);
});

posixTest("a signal while the command runs is reported as ever", async () => {
  services.parameters.set(name, "e-1");
  const { child, finished } = await startProgram(asTyped(`${line} -- sleep 30`));
  let said = "";
  child.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  await until(() => said.includes("running sleep"));
  child.kill("SIGTERM");
  expect(await finished).toMatchObject({ exitCode: 143 });
  expect(services.told()).toEqual(["Failed"]);
  expect([...services.parameters]).toEqual([]);
});

test.each(["--status Succeeded", "-- echo STARTED"])(
  "not there in time: 255, and nothing is reported: %s",
  async (words) => {
    const finished = await run(`${line} --cli-parked-wait 1 ${words}`);
    expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
    expect(finished.stderr).toMatch("The parameter /hooks/d-1 was not there within 1 second. Nothing was reported");
    expect(services.told()).toEqual([]);
  },
);

test.each<[string, string]>([
  ["without --deployment-id", line.replace(" --deployment-id d-1", "") + " --status Succeeded"],
  ["with an empty --deployment-id", line.replace("d-1", "") + " --status Succeeded"],
  ["beside the id", `${line} --lifecycle-event-hook-execution-id e-1 --status Succeeded`],
  ["beside the id in JSON", `${line} --status Succeeded --cli-input-json {"lifecycleEventHookExecutionId":"e-1"}`],
  ["with a name that is none", line.replace("/hooks", "hooks") + " --status Succeeded"],
  ["with a wait that is none", `${line} --cli-parked-wait soon --status Succeeded`],
  ["without a status or a command", line],
  ["without a command after --", `${line} --`],
  [
    "a wait alone",
    "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --lifecycle-event-hook-execution-id e-1 --status Failed --cli-parked-wait 5",
  ],
])("exit 2, and no call: %s", async (_, words) => {
  expect(await run(words)).toMatchObject({ exitCode: 2, stdout: "" });
  expect(services.called()).toEqual([]);
});

test("a status that is wrong is told before anything is looked for", async () => {
  expect(await run(`${line} --status Good`)).toMatchObject({ exitCode: 255 });
  expect(services.called()).toEqual([]);
});

test("no permission to read: 255 at once, and the command is not started", async () => {
  services.service().script.push(jsonError("AccessDeniedException"));
  const finished = await run(`${line} -- echo STARTED`);
  expect(finished).toMatchObject({ exitCode: 255, stdout: "" });
  expect(finished.stderr).toMatch("AccessDeniedException");
  expect(services.called()).toEqual(["GetParameter"]);
});

test("a service that fails for a while is asked again", async () => {
  services.parameters.set(name, "e-1");
  services.service().script.push({ status: 503 }, jsonError("ThrottlingException"));
  expect(await run(`${line} --status Succeeded`)).toMatchObject({ exitCode: 0 });
  expect(services.told()).toEqual(["Succeeded"]);
});

test.each(["--status Succeeded", "-- true"])(
  "what the service has a report of already is removed: %s",
  async (words) => {
    services.parameters.set(name, "e-1");
    services
      .service()
      .script.push(
        { ...jsonError("ParameterNotFound") },
        { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: parameterBody("e-1") },
        jsonError("LifecycleEventAlreadyCompletedException"),
      );
    expect(await run(`${line} ${words}`)).toMatchObject({ exitCode: 255 });
    expect([...services.parameters]).toEqual([]);
  },
);

test("what could not be reported stays parked", async () => {
  services.parameters.set(name, "e-1");
  services
    .service()
    .script.push(
      { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: parameterBody("e-1") },
      jsonError("AccessDeniedException"),
    );
  expect(await run(`${line} --status Succeeded`)).toMatchObject({ exitCode: 255 });
  expect([...services.parameters.keys()]).toEqual([name]);
});

test("the deployment's next hook, parked meanwhile, stays", async () => {
  services.parameters.set(name, "e-2");
  services.service().script.push({
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: parameterBody("e-1"),
  });
  expect(await run(`${line} --status Succeeded`)).toMatchObject({ exitCode: 0 });
  expect([...services.parameters]).toEqual([[name, "e-2"]]);
});

test("that it cannot be removed is only a note", async () => {
  services.parameters.set(name, "e-1");
  const { finished } = await startProgram(asTyped(`${line} -- sleep 1`));
  while (services.called().length === 0) await sleep(20);
  services.service().script.push(
    {
      status: 200,
      headers: { "content-type": "application/x-amz-json-1.1" },
      body: '{"lifecycleEventHookExecutionId":"e-1"}',
    },
    jsonError("AccessDeniedException"),
  );
  const { exitCode, stderr } = await finished;
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
  expect(stderr).toMatch("the parameter /hooks/d-1 could not be removed");
});

test.each<[string, (ssm: string) => Partial<ProgramRun>]>([
  ["AWS_ENDPOINT_URL_SSM", (ssm) => ({ env: { AWS_ENDPOINT_URL: undefined, AWS_ENDPOINT_URL_SSM: ssm } })],
  ["AWS_ENDPOINT_URL", (ssm) => ({ env: { AWS_ENDPOINT_URL: ssm } })],
  [
    "the profile's",
    (ssm) => ({
      env: { AWS_ENDPOINT_URL: undefined },
      files: { "~/.aws/config": `[default]\nservices = own\n[services own]\nssm =\n  endpoint_url = ${ssm}\n` },
    }),
  ],
])("Systems Manager is called at %s endpoint, not at --endpoint-url", async (_, options) => {
  const other = await startService();
  services.parameters.set(name, "e-1");
  const words = `${line} --status Succeeded --endpoint-url ${other.url}`;
  const { exitCode } = await run(words, options(services.service().url));
  await other.stop();
  expect(exitCode).toBe(0);
  expect(services.called()).toEqual(["GetParameter", "GetParameter", "DeleteParameter"]);
  expect(other.requests.map(({ target }) => target)).toEqual([
    "CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus",
  ]);
});

test.each(["input", "output"])("a skeleton of the %s looks for nothing", async (kind) => {
  const finished = await run(`${line} --status Succeeded --generate-cli-skeleton ${kind}`);
  expect(finished).toMatchObject({ exitCode: 0 });
  expect(services.called()).toEqual([]);
});

function parameterBody(value: string): string {
  return JSON.stringify({ Parameter: { Name: name, Type: "String", Value: value, Version: 1 } });
}
