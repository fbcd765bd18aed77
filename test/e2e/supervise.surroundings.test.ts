import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { keys, runHook, type HookRun } from "../support/hook";
import { executable, startProgram } from "../support/program";
import { startService } from "../support/service";

/** Runs the tool by a shell script, in which `"$@"` is the tool's command line. */
const by = (script: string): Required<Pick<HookRun, "program">> => ({
  program: ["sh", "-c", script, "sh", process.execPath, executable],
});

test.concurrent.each<[string, string, number, string]>([
  ["standard input closed", 'exec "$@" <&-', 7, ""],
  ["standard input a pipe", 'echo piped | "$@"', 7, "piped\n"],
  ["standard output closed", 'exec "$@" >&-', 7, ""],
  ["standard output a pipe that nobody reads", '{ { "$@"; echo $? >&3; } | true; } 3>&1', 0, "7\n"],
  ["standard error closed", 'exec "$@" 2>&-', 7, ""],
  ["standard error a pipe that nobody reads", '{ { "$@" 2>&1 >&3; echo $? >&3; } | true; } 3>&1', 0, "7\n"],
])("with %s, the command runs and is reported", async (_, script, exitCode, stdout) => {
  const finished = await runHook({ words: ["sh", "-c", "cat 2>/dev/null; exit 7"], ...by(script) });
  expect(finished).toMatchObject({ exitCode, stdout, reported: ["Failed"], left: [] });
});

test.concurrent.each([
  ["/dev/fd/5", 0, "Succeeded"],
  ["/dev/fd/77", 1, "Failed"],
])("files that the shell opened for the command are passed on, and no others: %s", async (name, exitCode, status) => {
  const script = 'exec 5<<END\nfrom 5\nEND\n"$@"';
  const finished = await runHook({ words: ["cat", name], ...by(script) });
  expect(finished).toMatchObject({ exitCode, stdout: exitCode === 0 ? "from 5\n" : "", reported: [status] });
});

/** A test that needs a program which is not everywhere; says so where it is left out. */
function testWith(probe: readonly [string, ...string[]], name: string, body: () => Promise<void>): void {
  const [command, ...words] = probe;
  const isThere = spawnSync(command, words, { stdio: "ignore", timeout: 10_000 }).status === 0;
  if (!isThere) process.stderr.write(`skipped, as "${probe.join(" ")}" does not work here: ${name}\n`);
  (isThere ? test.concurrent : test.skip)(name, body);
}

const root = process.getuid?.() === 0 ? [] : ["--map-root-user"];
const namespace = ["unshare", ...root, "--pid", "--fork", "--mount-proc", "--kill-child"] as const;

testWith(
  [...namespace, "true"],
  "as PID 1, signals reach the command, and orphans that nobody reaps delay nothing",
  async () => {
    const script = "(sleep 100 & exec sleep 100) & trap 'echo got TERM; exit 0' TERM; kill -TERM 1; sleep 100 & wait";
    const program = [...namespace, process.execPath, executable] as [string, ...string[]];
    const finished = await runHook({ words: ["sh", "-c", script], program });
    expect(finished).toMatchObject({ exitCode: 143, stdout: "got TERM\n", reported: ["Failed"], left: [] });
    expect(finished.durationMs).toBeLessThan(50_000);
  },
);

const outerProc = ["unshare", ...root, "--pid", "--fork", "--kill-child"] as const;

testWith(
  [...outerProc, "true"],
  "as PID 1 under the /proc of another namespace, orphans that have ended are not taken for processes that are left",
  async () => {
    const program = [...outerProc, process.execPath, executable] as [string, ...string[]];
    const finished = await runHook({ words: ["sh", "-c", "(sleep 0.1 &); sleep 0.4"], program });
    expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded"], left: [] });
    expect(finished.line).not.toMatch("are left");
  },
);

testWith(
  [...outerProc, "true"],
  "as PID 1 under the /proc of another namespace, processes that live are ended",
  async () => {
    const program = [...outerProc, process.execPath, executable] as [string, ...string[]];
    const words = ["sh", "-c", "(trap '' TERM; sleep 60) & sleep 0.4"];
    const finished = await runHook({ words, program, options: ["--cli-command-grace", "1"] });
    expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded"], left: [] });
    expect(finished.line).not.toMatch("are left");
  },
);

testWith([...namespace, "true"], "as PID 1, a plain call ends by the signals that end others", async () => {
  const service = await startService([{ take: () => undefined, repeat: true }]);
  const call = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d", "--status", "Failed"];
  const argv = [process.execPath, executable, ...call, "--endpoint-url", service.url];
  for (const [signal, exitCode] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    const asked = service.requests.length;
    const started = await startProgram({ argv, env: keys, program: [...namespace] });
    while (service.requests.length === asked) await sleep(20);
    for (const pid of childrenOf(started.child.pid ?? 0)) process.kill(pid, signal);
    expect([signal, (await started.finished).exitCode]).toEqual([signal, exitCode]);
  }
  await service.stop();
});

/** The processes that a process has started, as Linux shows them. */
function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.trim().split(/\s+/).filter(Boolean).map(Number);
}

testWith(
  ["script", "-qec", "true", "/dev/null"],
  "on a terminal, the command uses it, and Ctrl-C ends it",
  async () => {
    const typist = '(sleep 1; echo typed; sleep 1; printf "\\003"; sleep 2)';
    const script = `WORDS=$(printf '%s\\n' "$@"); export WORDS; ${typist} | script -qec 'set -f; IFS="\n"; exec $WORDS' /dev/null`;
    const finished = await runHook({
      words: ["sh", "-c", 'tty; read -r line; echo "read $line"; sleep 60'],
      ...by(script),
    });
    expect(finished).toMatchObject({ reported: ["Failed"], left: [] });
    expect(finished.stdout).toMatch(/\/dev\/.*read typed.*SIGINT came while sh ran/s);
  },
);

const npmFiles = {
  "package.json": '{ "name": "mine" }',
  "node_modules/.bin/aws-lifecycle-hooks": `#!/bin/sh\nexec "${process.execPath}" "${executable}" "$@"\n`,
};
test.concurrent("the end of a shell that only inherits npm's variables ends nothing", async () => {
  const inherited = "npm_command=exec npm_lifecycle_event=npx npm_lifecycle_script=sh";
  const script = `${inherited} sh -c '"$@" & sleep 0.3' sh "$@"; sleep 2`;
  const finished = await runHook({ words: ["sh", "-c", "sleep 1; echo done"], ...by(script) });
  expect(finished).toMatchObject({ reported: ["Succeeded"], stdout: "done\n", left: [] });
});

const npmExec = "npm exec --offline -- aws-lifecycle-hooks";

test.concurrent("under npm exec, Ctrl-C reaches npm and the tool, and ends the command once", async () => {
  const finished = await runHook({
    words: ["sh", "-c", "trap 'echo got INT; exit 0' INT; echo ready; sleep 60 & wait"],
    files: npmFiles,
    program: ["sh", "-c", `chmod +x node_modules/.bin/*; exec ${npmExec} "$@"`, "sh"],
    during: async ({ child, seen }) => {
      await seen("ready");
      process.kill(-(child.pid ?? NaN), "SIGINT");
    },
  });
  expect(finished).toMatchObject({ reported: ["Failed"], stdout: "ready\ngot INT\n", left: [] });
});

test.concurrent("under npm exec, a SIGTERM to npm alone ends the command too", async () => {
  const npm = `NPM_PID=$$ exec ${npmExec} "$@"`;
  const finished = await runHook({
    words: ["sh", "-c", "trap 'echo got TERM; exit 0' TERM; kill -TERM $NPM_PID; sleep 60 & wait"],
    files: npmFiles,
    program: ["sh", "-c", `chmod +x node_modules/.bin/*; sh -c '${npm}' sh "$@"; sleep 2`, "sh"],
  });
  expect(finished).toMatchObject({ reported: ["Failed"], stdout: "got TERM\n", left: [] });
});
