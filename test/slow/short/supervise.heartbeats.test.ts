import { expect, test } from "@jest/globals";
import { keys } from "../../support/hook";
import { runProgram } from "../../support/program";
import { startWorld } from "../../support/stand-in";
import { startThrottle } from "../../support/throttling";

/** How much faster the services' time goes. */
const speed = 10;

const world = {
  groups: [
    {
      name: "web",
      hooks: [
        {
          LifecycleHookName: "drain",
          LifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
          HeartbeatTimeout: 100,
        },
      ],
      instances: [{ id: "i-1" }],
    },
  ],
  events: [{ after: 0, terminate: "i-1" }],
};

test("in ten minutes of heartbeats that are throttled at random, the action never expires", async () => {
  const key = `${keys.AWS_ACCESS_KEY_ID}=${keys.AWS_SECRET_ACCESS_KEY}`;
  const standIn = await startWorld(world, "--speed", String(speed), "--key", key);
  const throttle = await startThrottle(standIn.url, {
    operation: "RecordLifecycleActionHeartbeat",
    refuses: (nth) => nth > 1 && Math.random() < 0.5,
  });
  try {
    const operation = ["autoscaling", "complete-lifecycle-action", "--instance-id", "i-1", "--cli-command-wait", "300"];
    const finished = await runProgram({
      argv: [...operation, "--", "sleep", String(600 / speed)],
      env: { ...keys, AWS_ENDPOINT_URL: throttle.url, AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: String(speed) },
      timeoutMs: 150_000,
    });
    expect(finished).toMatchObject({ exitCode: 0, stderr: expect.stringContaining("completed with CONTINUE") });
    expect(throttle.refused()).toBeGreaterThan(0);
    const { calls, events = [] } = await standIn.record();
    expect(calls.filter((call) => call.operation === "CompleteLifecycleAction")).toHaveLength(1);
    expect(events.filter(({ event }) => /no heartbeat|global timeout/.test(event))).toEqual([]);
  } finally {
    throttle.stop();
    await standIn.stop();
  }
});
