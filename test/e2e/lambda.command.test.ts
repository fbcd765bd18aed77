import { expect, test } from "@jest/globals";
import { jsonError, noActiveAction, useHookService } from "../support/hook-service";
import { bridgedEvent, codeDeployEvent, ecsEvent } from "../support/lambda-events";
import type { LambdaFunction } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

const services = useHookService();
const { start, invoke } = useLambda();

const command = (line: string, env: LambdaFunction["env"] = {}): LambdaFunction => ({
  env: { ...services.env(), HOOK_COMMAND: line, ...env },
});

onLinux("a command in HOOK_COMMAND", () => {
  test.each([
    ["Succeeded", "true"],
    ["Failed", "sh -c 'exit 3'"],
    ["Failed", "not-there"],
    ["Failed", "sh -c 'kill -9 $$'"],
  ])("reports %s for %s", async (status, line) => {
    const invoked = await invoke(command(line), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "returned", value: null, left: [] });
    expect(services.told()).toEqual([status]);
    expect(invoked.log.join("\n")).toMatch(`reported ${status} for deployment d-ABCDEF123`);
  });

  test.each([
    ["none", undefined, "there is no command in the variable HOOK_COMMAND"],
    ["an empty one", " ", "there is no command"],
    ["an open quote", "sh -c 'exit 0", "a quote or a backslash that is not closed"],
  ])("%s is a hook that has failed, and the log says so", async (_, line, words) => {
    const invoked = await invoke({ env: { ...services.env(), HOOK_COMMAND: line } }, codeDeployEvent);
    expect(services.told()).toEqual(["Failed"]);
    expect(invoked.log.join("\n")).toMatch(words);
  });

  test("is split as a shell would and run without one", async () => {
    const script = "#!/bin/sh\nprintf '%s|' \"$@\"\n";
    const line = `./print.sh 'a b' "c d" e\\ f $HOME '*' ';'`;
    const invoked = await invoke({ ...command(line), files: { "print.sh": script } }, codeDeployEvent);
    expect(invoked.log.join("\n")).toMatch("a b|c d|e f|$HOME|*|;|");
    expect(services.told()).toEqual(["Succeeded"]);
  });

  test.each([
    [
      "CodeDeploy's",
      codeDeployEvent,
      { DEPLOYMENT_ID: "d-ABCDEF123", LIFECYCLE_EVENT_HOOK_EXECUTION_ID: "eyJlbmNyeXB0ZWREYXRhIjoi" },
    ],
    [
      "Auto Scaling's",
      bridgedEvent(),
      {
        AUTO_SCALING_GROUP_NAME: "workers",
        LIFECYCLE_HOOK_NAME: "drain",
        LIFECYCLE_ACTION_TOKEN: "87654321-4321-4321-4321-210987654321",
        INSTANCE_ID: "i-0123456789abcdef0",
        LIFECYCLE_TRANSITION: "autoscaling:EC2_INSTANCE_TERMINATING",
        NOTIFICATION_METADATA: "from the hook",
      },
    ],
    [
      "ECS's",
      ecsEvent,
      {
        SERVICE_DEPLOYMENT_ARN: ecsEvent.resourceArn,
        LIFECYCLE_STAGE: "POST_TEST_TRAFFIC_SHIFT",
        SERVICE_ARN: ecsEvent.executionDetails.serviceArn,
      },
    ],
  ])("gets %s values in variables and the event on standard input", async (_, event, variables) => {
    const line = `node -e 'console.log("SEEN" + JSON.stringify([process.env, JSON.parse(fs.readFileSync(0))]))'`;
    const { log } = await invoke(command(line), event);
    const seen = log.find((one) => one.startsWith("SEEN"))?.slice(4) ?? "null";
    expect(JSON.parse(seen)).toMatchObject([variables, event]);
  });

  test("that hangs is a Failed before the function's own deadline, and is gone", async () => {
    const invoked = await invoke(command(`sh -c 'trap "" TERM; sleep 60 & wait; sleep 60'`), codeDeployEvent, 3000);
    expect(invoked).toMatchObject({ kind: "returned", left: [] });
    expect(services.told()).toEqual(["Failed"]);
  });

  test("leaves nothing running between invocations, whatever group or session it moves to", async () => {
    const lambda = await start(command("sh -c 'sleep 300 & setsid sleep 301 & exit 0'"));
    expect(await lambda.invoke(codeDeployEvent)).toMatchObject({ kind: "returned", left: [] });
    expect(await lambda.invoke(codeDeployEvent)).toMatchObject({ kind: "returned", left: [] });
    expect(services.told()).toEqual(["Succeeded", "Succeeded"]);
  });

  test.each([
    [
      "the service refuses the report",
      [jsonError("DeploymentDoesNotExistException")],
      "DeploymentDoesNotExistException",
    ],
    ["the function has no permission", [jsonError("AccessDeniedException")], "AccessDeniedException"],
  ])("%s: the invocation fails", async (_, answers, words) => {
    services.service().script.push(...answers);
    const invoked = await invoke(command("true"), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "threw" });
    expect((invoked as { readonly message: string }).message).toMatch(words);
    expect(invoked.log.join("\n")).toMatch(words);
  });

  test.each([
    ["no region", { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined }],
    ["no credentials", { AWS_ACCESS_KEY_ID: undefined }],
  ])("with %s the invocation fails before the command is started", async (_, env) => {
    const invoked = await invoke(command("echo STARTED", env), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "threw" });
    expect(invoked.log).not.toContain("STARTED");
  });

  test("a report whose answers are lost is made by another attempt", async () => {
    services.service().script.push({ close: true }, jsonError("ThrottlingException"), { status: 503 });
    expect(await invoke(command("true"), codeDeployEvent)).toMatchObject({ kind: "returned" });
    expect(services.told()).toEqual(["Succeeded", "Succeeded", "Succeeded", "Succeeded"]);
  });

  test.each([
    ["CodeDeploy", codeDeployEvent, () => jsonError("LifecycleEventAlreadyCompletedException")],
    ["Auto Scaling", bridgedEvent(), () => ({ ...noActiveAction, on: "CompleteLifecycleAction" })],
  ])("a hook of %s that is over by then counts as done", async (_, event, answer) => {
    services.service().script.push(answer());
    const invoked = await invoke(command("true"), event);
    expect(invoked).toMatchObject({ kind: "returned" });
    expect(invoked.log.join("\n")).toMatch(/already has a status|is no longer active/);
  });

  test("whose event cannot be handed to it is a Failed", async () => {
    await invoke(command("true", { TMPDIR: "/not-there" }), codeDeployEvent);
    expect(services.told()).toEqual(["Failed"]);
  });

  test("signs with the function's own session, in its region", async () => {
    await invoke(command("true"), codeDeployEvent);
    const [request] = services.service().requests;
    expect(request).toMatchObject({ token: "token-env", auth: { akid: "AKIDENV", region: "eu-west-1", valid: true } });
  });
});

onLinux("the log of an invocation", () => {
  test("is one line of JSON where the function's logs are JSON", async () => {
    const { log } = await invoke(command("true", { AWS_LAMBDA_LOG_FORMAT: "JSON" }), codeDeployEvent);
    expect(log).toHaveLength(1);
    expect(JSON.parse(log[0] ?? "")).toMatchObject({
      level: "INFO",
      requestId: expect.any(String) as unknown,
      message: expect.stringContaining("reported Succeeded") as unknown,
      hooks: [{ kind: "codedeploy", deploymentId: "d-ABCDEF123" }],
    });
  });

  test.each(["JSON", "Text"])("tells no secret (%s)", async (format) => {
    services.service().script.push(jsonError("DeploymentDoesNotExistException"));
    const env = { AWS_LAMBDA_LOG_FORMAT: format };
    const invoked = await invoke(command("sh -c 'exit 1'", env), codeDeployEvent);
    const text = JSON.stringify(invoked);
    for (const secret of ["secret-env", "token-env", "eyJlbmNyeXB0ZWREYXRhIjoi"]) expect(text).not.toMatch(secret);
  });
});
