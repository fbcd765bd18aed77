import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import path from "node:path";
import { executable, runProgram, type Finished } from "../support/program";

const folder = path.resolve("docs/pipelines");
const id = "i-0123456789abcdef0";
const groups = (name: string, transition: string, instances: readonly object[]) => [
  {
    name: "workers",
    hooks: [
      {
        LifecycleHookName: name,
        LifecycleTransition: `autoscaling:EC2_INSTANCE_${transition}`,
        HeartbeatTimeout: 30,
      },
    ],
    instances,
  },
];

/** Runs a line in a world whose time is twenty times as fast, with programs of the operating system that only tell their words. */
async function runIn(world: object, line: string, programs: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const files = Object.entries(programs).map(([name, text]) => [`bin/${name}`, `#!/bin/sh\n${text}\n`] as const);
  const script = `chmod +x bin/*; export AWS_LIFECYCLE_HOOKS_CLOCK_SPEED=20 PATH="$PWD/bin:$PATH"; ${line}`;
  return runProgram({
    argv: ["stand-in", "--world", "w.json", "--speed", "20", "--record", "r.json", "--", "sh", "-c", script],
    files: {
      ...Object.fromEntries(files),
      "bin/aws-lifecycle-hooks": `#!/bin/sh\nexec "${process.execPath}" "${executable}" "$@"\n`,
      "w.json": JSON.stringify(world),
    },
    timeoutMs: 60_000,
  });
}

/** The command line of a unit. */
function execStart(unit: string): string {
  const [, line = ""] = /^ExecStart=((?:.*\\\n)*.*)$/m.exec(unit) ?? [];
  return line.replaceAll("\\\n", " ");
}

test("drain.service drains an instance that is to be terminated, and completes the action", async () => {
  const unit = readFileSync(path.join(folder, "drain.service"), "utf8");
  const line = execStart(unit).replaceAll("/usr/local/bin/drain.sh", path.join(folder, "drain.sh"));
  const world = {
    instance: id,
    groups: groups("drain", "TERMINATING", [{ id, state: "InService" }]),
    events: [{ after: 20, terminate: id }],
  };
  const words = line.replace("/usr/bin/env aws-lifecycle-hooks", "exec aws-lifecycle-hooks");
  const finished = await runIn(world, words, { systemctl: 'echo "systemctl $*"; sleep 3' });
  expect(finished.exitCode).toBe(0);
  expect(finished.stdout).toMatch("systemctl stop worker.service\n");
  expect(finished.stderr).toMatch(/CompleteLifecycleAction .*: 200 .*"LifecycleActionResult":"CONTINUE"/);
});

test.each([
  ["succeeds", 0, "CONTINUE"],
  ["fails", 4, "ABANDON"],
])("ec2-launch-user-data.sh completes the launch of an instance whose set-up %s", async (_, exitCode, result) => {
  const script = readFileSync(path.join(folder, "ec2-launch-user-data.sh"), "utf8")
    .replaceAll("/usr/local/bin/setup.sh", `sh -c 'exit ${exitCode}'`)
    .replace("npx --yes aws-lifecycle-hooks@1.0.0", "aws-lifecycle-hooks");
  const world = {
    instance: id,
    groups: groups("launch", "LAUNCHING", []),
    events: [{ after: 0, launch: { group: "workers", instance: id } }],
  };
  const finished = await runIn(world, "exec bash bin/user-data", { "user-data": script });
  expect(finished.exitCode).toBe(exitCode);
  expect(finished.stderr).toMatch(new RegExp(`CompleteLifecycleAction .*"LifecycleActionResult":"${result}"`));
});
