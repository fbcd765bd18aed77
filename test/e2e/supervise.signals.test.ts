import { expect, test } from "@jest/globals";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runHook, type HookUnderWay } from "../support/hook";
import { createFolders } from "../support/program";

const sh = (script: string): string[] => ["sh", "-c", script];

/** A signal to send, a pause in milliseconds, or the wait for the report. */
type Step = NodeJS.Signals | number | "the report";

/** Sends signals to the tool once the command says `ready`. */
function send(...steps: Step[]): (run: HookUnderWay) => Promise<void> {
  return async ({ child, seen, requested }) => {
    await seen("ready");
    for (const step of steps) {
      if (typeof step === "number") await sleep(step);
      else if (step === "the report") await requested();
      else child.kill(step);
    }
  };
}

test.concurrent.each<[NodeJS.Signals, number]>([
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGQUIT", 131],
  ["SIGTERM", 143],
  ["SIGALRM", 142],
  ["SIGABRT", 134],
])("%s while the command runs is passed on and reported as Failed", async (signal, exitCode) => {
  const name = signal.slice(3);
  const words = sh(`trap 'echo got ${name}; exit 0' ${name}; echo ready; while :; do sleep 0.1; done`);
  const finished = await runHook({ words, during: send(signal) });
  expect(finished).toMatchObject({ exitCode, reported: ["Failed"], stdout: `ready\ngot ${name}\n`, left: [] });
  expect(finished.line).toMatch(new RegExp(`reported Failed: ${signal} came while sh ran, which was ended after`));
});

test.concurrent.each<NodeJS.Signals>(["SIGUSR1", "SIGUSR2"])("%s is passed on and decides nothing", async (signal) => {
  const words = sh(`trap 'echo got it; exit 0' ${signal.slice(3)}; echo ready; while :; do sleep 0.1; done`);
  const finished = await runHook({ words, during: send(signal) });
  expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded"], stdout: "ready\ngot it\n", left: [] });
});

test.concurrent("the report does not wait for a command that takes its grace time", async () => {
  const folders = await createFolders();
  const waiting = "until [ -e reported ]; do sleep 0.1; done; echo the report was first; exit 0";
  const finished = await runHook({
    words: sh(`trap '${waiting}' TERM; echo ready; while :; do sleep 0.1; done`),
    options: ["--cli-command-grace", "60"],
    folders,
    during: async (run) => {
      await send("SIGTERM", "the report")(run);
      await writeFile(path.join(folders.cwd, "reported"), "");
    },
  }).finally(folders.remove);
  expect(finished).toMatchObject({ exitCode: 143, reported: ["Failed"], left: [] });
  expect(finished.stdout).toBe("ready\nthe report was first\n");
});

test.concurrent("a command that ignores the signal is killed after its grace time", async () => {
  const words = sh("trap '' TERM; echo ready; sleep 100");
  const finished = await runHook({ words, options: ["--cli-command-grace", "1"], during: send("SIGTERM") });
  expect(finished).toMatchObject({ exitCode: 143, reported: ["Failed"], left: [] });
  expect(finished.durationMs).toBeLessThan(50_000);
});

test.concurrent("the same signal twice at once, as under npm, is one", async () => {
  const words = sh("trap 'echo got INT' INT; echo ready; sleep 2 & wait; sleep 0.5");
  const finished = await runHook({ words, during: send("SIGINT", 50, "SIGINT") });
  expect(finished).toMatchObject({ exitCode: 130, reported: ["Failed"], stdout: "ready\ngot INT\n", left: [] });
});

test.concurrent(
  "another signal right after the first is passed on too, and does not change the exit code",
  async () => {
    const words = sh(
      "trap 'echo got TERM' TERM; trap 'echo got HUP; exit' HUP; echo ready; while :; do sleep 0.1; done",
    );
    const finished = await runHook({ words, during: send("SIGTERM", 200, "SIGHUP") });
    const stdout = "ready\ngot TERM\ngot HUP\n";
    expect(finished).toMatchObject({ exitCode: 143, reported: ["Failed"], stdout, left: [] });
  },
);

test.concurrent.each<[string, Step[], number, string[]]>([
  ["a signal later", ["SIGINT", 1300, "SIGTERM"], 130, []],
  ["a third signal", ["SIGINT", 50, "SIGINT", 1300, "SIGINT"], 130, []],
  ["a signal after the time was over", ["the report", "SIGTERM"], 124, ["--cli-command-timeout", "1"]],
])("%s kills the group at once", async (_, steps, exitCode, options) => {
  const words = sh("trap '' TERM INT; echo ready; sleep 100");
  const finished = await runHook({ words, options: [...options, "--cli-command-grace", "90"], during: send(...steps) });
  expect(finished).toMatchObject({ exitCode, reported: ["Failed"], left: [] });
  expect(finished.durationMs).toBeLessThan(50_000);
});

test.concurrent.each<[string, number, string]>([
  ["exit 0", 0, "Succeeded"],
  ["exit 5", 5, "Failed"],
])("signals while the end of %j is being reported change nothing", async (script, exitCode, status) => {
  const finished = await runHook({
    words: sh(script),
    answers: [
      { status: 503, body: "" },
      { delayMs: 1500, body: '{"lifecycleEventHookExecutionId":"e-1"}' },
    ],
    during: async ({ child, requested }) => {
      await requested();
      for (const signal of ["SIGTERM", "SIGINT", "SIGHUP", "SIGTERM"] as const) {
        child.kill(signal);
        await sleep(400);
      }
    },
  });
  expect(finished).toMatchObject({ exitCode, left: [] });
  expect(finished.reported).toEqual([status, status]);
});

test.concurrent("a command whose end and the tool's signal come together is reported once", async () => {
  const runs = Array.from({ length: 5 }, () =>
    runHook({ words: sh("echo ready; sleep 0.3"), during: send(300, "SIGTERM") }),
  );
  for (const finished of await Promise.all(runs)) {
    expect([["Failed"], ["Succeeded"]]).toContainEqual(finished.reported);
    expect(finished.exitCode).toBe(finished.reported[0] === "Failed" ? 143 : 0);
  }
});
