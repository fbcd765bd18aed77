import type { Io } from "../types";
import { recent } from "./bounded";
import { childEnvironment, reachesChild, settingsFor, signalExit, startChild } from "./child";
import { refuseForeign } from "./guard";
import { helpText } from "./help";
import { listen } from "./listener";
import { callLine } from "./log";
import { openOutput, reasonOf, type OutputFile } from "./output-file";
import { readOptions, type StandInOptions } from "./options";
import { createRecorder } from "./recorder";
import { createService, type CallRecord } from "./service";
import type { Received } from "./wire";
import { createWorld } from "./world/world";

/**
 * Runs the stand-in until a signal stops it, or while a command runs. Gives the command's exit code, or 128 and the
 * signal's number. Throws a `stand-in-misused` failure, and a `stand-in-failed` one when it cannot listen or write a file.
 */
export async function runStandIn(words: readonly string[], io: Io): Promise<number> {
  if (words[0] === "help" || words[0] === "--help" || words[0] === "-h") {
    io.out.write(helpText());
    return 0;
  }
  const options = readOptions(words);
  const { handle, save, failed } = await createRecordedService(options, io);
  const ready = options.ready === undefined ? undefined : await openOutput("--ready", options.ready, io);
  const listener = await listen(options.port, handle, (error) => {
    io.err.write(`aws-lifecycle-hooks stand-in: a request could not be answered: ${reasonOf(error)}\n`);
  });
  const { done, end } = options.command ? runCommand(options.command, listener.url, io) : serve(listener.url, io);
  const announced = announce(ready, listener.url).then(() => done);
  try {
    return await Promise.race([done, failed, announced]);
  } finally {
    end();
    await listener.stop();
    await save(true);
  }
}

/** What the stand-in is there for. `end` ends it early. */
interface Purpose {
  readonly done: Promise<number>;
  readonly end: () => void;
}

/** The calls that a record holds. */
const mostCalls = 10_000;

/** A service that logs its calls and, with `--record`, keeps all it was told in a file. `failed` rejects when it cannot. */
async function createRecordedService({ record, keys, faults }: StandInOptions, io: Io) {
  const calls = recent<CallRecord>(mostCalls);
  const world = createWorld();
  const file = record === undefined ? undefined : await openOutput("--record", record, io);
  const content = () => ({
    ...world.told(),
    calls: calls.items,
    ...(calls.forgotten > 0 && { forgotten: calls.forgotten }),
  });
  const save = file ? createRecorder(file, content) : () => Promise.resolve();
  await save();
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const service = createService({
    keys,
    faults,
    now: Date.now,
    world,
    onCall: async (call) => {
      if (file) calls.add(call);
      io.err.write(callLine(call));
      await save().catch(fail);
    },
  });
  const handle = async (request: Received) => refuseForeign(request) ?? service.handle(request);
  return { handle, save, failed };
}

/** Tells whoever waits for `--ready` that the stand-in listens, and how to reach it. */
async function announce(ready: OutputFile | undefined, url: string): Promise<void> {
  await ready?.write(`export ${exported(url)}\n`);
}

function exported(url: string): string {
  return Object.entries(settingsFor(url))
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

function serve(url: string, io: Io): Purpose {
  let end = (): void => undefined;
  const signal = new Promise<NodeJS.Signals>((resolve) => {
    end = onEnd(resolve);
  });
  io.out.write(`${url}\n`);
  io.err.write(`This is a stand-in and not AWS. To call it from another shell:\n\n  export ${exported(url)}\n\n`);
  return { done: signal.then(signalExit), end };
}

function runCommand(command: readonly [string, ...string[]], url: string, io: Io): Purpose {
  io.err.write(`This is a stand-in and not AWS: ${url}\n`);
  const child = startChild(command, childEnvironment(io.env, url), io);
  const letGo = onEnd((signal) => {
    if (!reachesChild(signal)) child.kill(signal);
  });
  return {
    done: child.ended,
    end: () => {
      letGo();
      child.kill("SIGTERM");
    },
  };
}

/** Catches the signals that end programs; gives what leaves them to end this one. */
function onEnd(handle: (signal: NodeJS.Signals) => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.removeListener(signal, handle);
  };
}
