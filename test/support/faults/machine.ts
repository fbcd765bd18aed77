import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { roleConfig } from "../crowd";
import { callTo, calls, withEnv, type CallName, type Fault, type FaultRun, type World } from "./fault";

const wasMade = /succeeded. Only its answer is lost/;

type Prepare = (world: World) => Promise<FaultRun>;

/** A call that the service answers, run by a shell script as `"$@"`. */
function answered(shell: string, call: CallName = "deploy"): Prepare {
  return async (world) => ({
    ...callTo((await world.service([{ body: calls[call].answer, repeat: true }])).url, call),
    shell,
  });
}

/** A call whose answer is too long for a pipe to hold. */
function answeredAtLength(shell: string): Prepare {
  return async (world) => {
    const id = "e".repeat(500_000);
    const body = JSON.stringify({ lifecycleEventHookExecutionId: id });
    const run = callTo((await world.service([{ body, repeat: true }])).url);
    return { ...run, shell, stdout: calls.deploy.stdout.replace("e-1", id) };
  };
}

/** A line that ends as the first command of a pipeline does. */
const piped = (reader: string): string => `{ "$@"; echo $? >code; } | ${reader}; exit $(cat code)`;

const stream = (name: string, prepare: Prepare, more: Pick<Fault, "ends" | "says">): Fault => ({
  name,
  subject: "Standard streams",
  prepare,
  needs: ["sh", "head", "/dev/full"],
  ...more,
});

/** The faults of the streams that the program is given. */
export const streamFaults: readonly Fault[] = [
  stream("output to a full disk", answered('exec "$@" >/dev/full'), { ends: "refused", says: wasMade }),
  stream("output to a full disk, nothing to print", answered('exec "$@" >/dev/full', "autoscaling"), { ends: "done" }),
  stream("output to a closed pipe", answered(piped("true")), { ends: "halfway", says: wasMade }),
  stream("output to a pipe that closes", answeredAtLength(piped("head -c 10")), { ends: "halfway", says: wasMade }),
  stream("output to a slow reader", answeredAtLength(piped("{ sleep 1; cat; }")), { ends: "done" }),
  stream("output and errors to a full disk", answered('exec "$@" >/dev/full 2>&1'), { ends: "silent" }),
  stream("standard output closed", answered('exec "$@" >&-'), { ends: "unheard" }),
  stream("standard input closed", answered('exec "$@" <&-'), { ends: "done" }),
  stream("standard error closed", answered('exec "$@" 2>&-'), { ends: "done" }),
  stream("all three closed", answered('exec "$@" <&- >&- 2>&-'), { ends: "unheard" }),
];

const environment = (name: string, prepare: Prepare, more: Partial<Fault> = {}): Fault => ({
  name,
  subject: "The machine",
  prepare,
  needs: ["sh"],
  ends: "done",
  ...more,
});

/** A call after something was done to its caches: compiled code, and credentials of roles. */
function withCaches(act: (folder: string) => Promise<unknown>): Prepare {
  return async (world) => {
    const folders = await world.folders();
    for (const name of [".cache/aws-lifecycle-hooks", ".aws/cli/cache"]) await act(path.join(folders.home, name));
    return { ...(await answered('exec "$@"')(world)), folders };
  };
}

/** A call in a role, whose credentials cannot be kept in this HOME. */
function inRole(home: string): Prepare {
  return async (world) => {
    const { url } = await world.service([{ body: calls.deploy.answer, repeat: true }]);
    const keyless = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };
    return {
      ...withEnv(callTo(url), { ...keyless, HOME: home, AWS_ENDPOINT_URL: url, AWS_CONFIG_FILE: "config" }),
      files: { config: roleConfig },
    };
  };
}

/** Code that takes every file descriptor as a connection is opened. */
const takeDescriptors = `
  const { Socket } = require("node:net");
  const { openSync } = require("node:fs");
  const { connect } = Socket.prototype;
  Socket.prototype.connect = function (...given) {
    try { for (;;) openSync("/dev/null", "r"); } catch {}
    return connect.apply(this, given);
  };`;

/** The faults of the machine that the program runs on. */
export const machineFaults: readonly Fault[] = [
  environment("no HOME", answered('unset HOME; exec "$@"')),
  environment("a HOME that does not exist", answered('HOME=/nowhere exec "$@"')),
  environment("a HOME that keeps no credentials of roles", inRole("/proc")),
  environment("a working folder that is gone", answered('mkdir gone; cd gone; rmdir ../gone; exec "$@"')),
  environment("a TMPDIR that does not exist", answered('TMPDIR=/nowhere exec "$@"')),
  environment(
    "caches that are read-only",
    withCaches(async (folder) => {
      await mkdir(folder, { recursive: true });
      await chmod(folder, 0o500);
    }),
  ),
  environment(
    "caches that are files",
    withCaches(async (folder) => {
      await mkdir(path.dirname(folder), { recursive: true });
      await writeFile(folder, "not a folder");
    }),
  ),
  environment(
    "no file descriptor left",
    async (world) => ({
      ...withEnv(await answered('ulimit -n 64; exec "$@"')(world), { NODE_OPTIONS: "--require ./take.cjs" }),
      files: { "take.cjs": takeDescriptors },
    }),
    { ends: "refused", says: /Could not connect|too many open files/, onlyOurs: true },
  ),
];
