import type { Io } from "../types";
import { childEnvironment, reachesChild, settingsFor, signalExit, startChild } from "./child";
import { helpText } from "./help";
import { listen } from "./listener";
import { readOptions, type StandInOptions } from "./options";
import { createRecorder } from "./recorder";
import { createService, type CallRecord, type Service } from "./service";

/**
 * Runs the stand-in until a signal stops it, or while a command runs. Gives the command's exit code, or 128 and the
 * signal's number. Throws a `stand-in-misused` failure, and when it cannot listen or cannot write its record.
 */
export async function runStandIn(words: readonly string[], io: Io): Promise<number> {
  if (words[0] === "help" || words[0] === "--help") {
    io.out.write(helpText());
    return 0;
  }
  const options = readOptions(words);
  const { service, save } = createRecordedService(options, io);
  await save();
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const listener = await listen(options.port, service.handle, fail);
  const { done, end } = options.command ? runCommand(options.command, listener.url, io) : serve(listener.url, io);
  try {
    return await Promise.race([done, failed]);
  } finally {
    end();
    await listener.stop();
    await save();
  }
}

/** What the stand-in is there for. `end` ends it early. */
interface Purpose {
  readonly done: Promise<number>;
  readonly end: () => void;
}

/** A service that logs its calls and, with `--record`, keeps all it was told in a file. */
function createRecordedService({ record, keys, faults }: StandInOptions, io: Io) {
  const calls: CallRecord[] = [];
  const service: Service = createService({
    keys,
    faults,
    now: Date.now,
    onCall: (call) => {
      calls.push(call);
      io.err.write(logLine(call));
      return save();
    },
  });
  const save =
    record === undefined ? () => Promise.resolve() : createRecorder(record, () => ({ ...service.memory, calls }));
  return { service, save };
}

function logLine({
  time,
  operation,
  accessKeyId = "nobody",
  region = "no region",
  input,
  status,
  error,
}: CallRecord): string {
  const result = error === undefined ? String(status) : `${status} ${error}`;
  return `${time} ${JSON.stringify(operation).slice(1, -1)} by ${accessKeyId} in ${region}: ${result} ${JSON.stringify(input)}\n`;
}

function serve(url: string, io: Io): Purpose {
  const signal = new Promise<NodeJS.Signals>((resolve) => {
    onEnd(resolve);
  });
  io.out.write(`${url}\n`);
  const settings = Object.entries(settingsFor(url)).map(([name, value]) => `${name}=${value}`);
  io.err.write(`This is a stand-in and not AWS. To call it from another shell:\n\n  export ${settings.join(" ")}\n\n`);
  return { done: signal.then(signalExit), end: () => undefined };
}

function runCommand(command: readonly [string, ...string[]], url: string, io: Io): Purpose {
  io.err.write(`This is a stand-in and not AWS: ${url}\n`);
  const child = startChild(command, childEnvironment(io.env, url), io);
  onEnd((signal) => {
    if (!reachesChild(signal)) child.kill(signal);
  });
  return {
    done: child.ended,
    end: () => {
      child.kill("SIGTERM");
    },
  };
}

function onEnd(handle: (signal: NodeJS.Signals) => void): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, handle);
}
