import { expect, test } from "@jest/globals";
import { jsonError, useHookService } from "../support/hook-service";
import { bridgedEvent, codeDeployEvent, ecsEvent } from "../support/lambda-events";
import type { LambdaFunction } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

const services = useHookService();
const { invoke } = useLambda();

const parking = (env: LambdaFunction["env"] = {}): LambdaFunction => ({
  env: { ...services.env(), HOOK_PARK: "/hooks", ...env },
});

onLinux("HOOK_PARK", () => {
  test("stores the execution id and nothing else, over an earlier one, and reports nothing", async () => {
    services.parameters.set("/hooks/d-ABCDEF123", "an earlier one");
    const invoked = await invoke(parking(), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "returned", value: null, left: [] });
    expect([...services.parameters]).toEqual([["/hooks/d-ABCDEF123", "eyJlbmNyeXB0ZWREYXRhIjoi"]]);
    expect(services.called()).toEqual(["PutParameter"]);
    expect(services.service().requests[0]).toMatchObject({
      body: { json: { Type: "String", Overwrite: true } },
      auth: { service: "ssm", region: "eu-west-1", valid: true },
    });
  });

  test("may end with a slash", async () => {
    await invoke(parking({ HOOK_PARK: "/hooks/" }), codeDeployEvent);
    expect([...services.parameters.keys()]).toEqual(["/hooks/d-ABCDEF123"]);
  });

  test("that cannot store is a Failed, and the handler throws", async () => {
    services.service().script.push(jsonError("AccessDeniedException"));
    const invoked = await invoke(parking(), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "threw" });
    expect(services.told()).toEqual(["Failed"]);
    expect(invoked.log.join("\n")).toMatch("AccessDeniedException");
  });

  test("together with a command is a Failed, a line in the log, and no run", async () => {
    const invoked = await invoke(parking({ HOOK_COMMAND: "echo STARTED" }), codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "returned" });
    expect(services.called()).toEqual(["PutLifecycleEventHookExecutionStatus"]);
    expect(services.told()).toEqual(["Failed"]);
    expect(invoked.log).toHaveLength(1);
    expect(invoked.log[0]).toMatch("HOOK_PARK");
  });

  test("is not for ECS: FAILED", async () => {
    const invoked = await invoke(parking(), ecsEvent);
    expect(invoked).toMatchObject({ kind: "returned", value: { hookStatus: "FAILED" } });
    expect(invoked.log.join("\n")).toMatch("HOOK_PARK");
    expect(services.called()).toEqual([]);
  });

  test.each([undefined, "echo STARTED"])("is not for Auto Scaling: it throws (command: %s)", async (command) => {
    const invoked = await invoke(parking({ HOOK_COMMAND: command }), bridgedEvent());
    expect(invoked).toMatchObject({ kind: "threw" });
    expect(invoked.log.join("\n")).toMatch("HOOK_PARK");
    expect(services.called()).toEqual([]);
  });
});
