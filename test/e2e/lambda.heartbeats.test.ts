import { expect, test } from "@jest/globals";
import { jsonError, useHookService } from "../support/hook-service";
import { bridgedEvent } from "../support/lambda-events";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

/** A hook whose period is as short as no hook's may be, so that a test sees several of them. */
const services = useHookService(1);
const { invoke } = useLambda();

const beats = (): number => services.called().filter((name) => name === "RecordLifecycleActionHeartbeat").length;

onLinux("the heartbeats of a lifecycle action", () => {
  test.each([
    ["a command", { env: { HOOK_COMMAND: "sleep 5" } }],
    [
      "a function that lets nothing else run",
      {
        handler: "index.handler",
        files: {
          "index.cjs": `const { hook } = require("aws-lifecycle-hooks/lambda");
exports.handler = hook(() => { require("node:child_process").execFileSync("sleep", ["5"]); });`,
        },
      },
    ],
  ])("come at half of the hook's period while %s runs, and end with it", async (_, made) => {
    const env = { ...services.env(), ...("env" in made ? made.env : {}) };
    expect(await invoke({ ...made, env }, bridgedEvent(), 30_000)).toMatchObject({ kind: "returned" });
    expect(beats()).toBeGreaterThan(2);
    expect(services.called().at(-1)).toBe("CompleteLifecycleAction");
    expect(services.told()).toEqual(["CONTINUE"]);
  });

  test("that fail are made again", async () => {
    services
      .service()
      .script.push(
        { ...jsonError("Throttling"), on: "RecordLifecycleActionHeartbeat" },
        { on: "RecordLifecycleActionHeartbeat", reset: true },
      );
    await invoke({ env: { ...services.env(), HOOK_COMMAND: "sleep 5" } }, bridgedEvent(), 30_000);
    expect(beats()).toBeGreaterThan(2);
    expect(services.told()).toEqual(["CONTINUE"]);
  });
});
