import { expect, test } from "@jest/globals";
import { actionScene } from "../support/actions";
import { runScene } from "../support/scene";

/** The hook's heartbeat timeout in seconds, and how much faster the services' time goes. */
const timeout = 60;
const speed = 20;

test("in ten minutes of heartbeats that are throttled at random, the action never expires", async () => {
  let last = performance.now();
  let longest = 0;
  let throttled = 0;
  const scene = actionScene({
    hooks: [{ name: "drain", timeout }],
    heartbeat: (_, nth) => {
      if (nth > 1 && Math.random() < 0.5) {
        throttled++;
        return { error: ["Throttling", "Rate exceeded"] };
      }
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
      return undefined;
    },
  });
  const finished = await runScene({
    argv: ["autoscaling", "complete-lifecycle-action", "--", "sleep", String(600 / speed)],
    scene,
    env: { AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: String(speed) },
    timeoutMs: 60_000,
  });
  expect(finished.exitCode).toBe(0);
  expect(finished.of("CompleteLifecycleAction")).toMatchObject([{ LifecycleActionResult: "CONTINUE" }]);
  expect(throttled).toBeGreaterThan(0);
  expect((longest * speed) / 1000).toBeLessThan(timeout);
}, 90_000);
