import { rm } from "node:fs/promises";
import type { Io } from "../types";
import { childEnvironment, exportLine, reachesChild, signalExit, startChild } from "./child";
import { helpText } from "./help";
import { listen } from "./listener";
import { openOutput, reasonOf, type OutputFile } from "./output-file";
import { readOptions } from "./options";
import { createObservedService } from "./observed";

/**
 * Runs the stand-in until a signal stops it, or while a command runs. Returns the command's exit code, or 128 and the
 * signal's number. Throws a `stand-in-misused` Failure, or a `stand-in-failed` one if it cannot listen or write a file.
 */
export async function runStandIn(words: readonly string[], io: Io): Promise<number> {
  if (words[0] === "help" || words[0] === "--help" || words[0] === "-h") {
    io.out.write(helpText());
    return 0;
  }
  const options = readOptions(words);
  const ready = options.ready === undefined ? undefined : await openReady(options.ready, io);
  const service = await createObservedService(options, io);
  const listener = await listen(options.port, service.handle, (error) => {
    io.err.write(`aws-lifecycle-hooks stand-in: a request could not be answered: ${reasonOf(error)}\n`);
  });
  const { url } = listener;
  const env = childEnvironment(io.env, url, service.hasInstance);
  const { done, end } = options.command ? runCommand(options.command, { url, env, io }) : serve(url, io);
  service.start(env);
  const announced = Promise.resolve(ready?.write(`${exportLine(url)}\n`)).then(() => done);
  try {
    return await Promise.race([done, service.failed, announced]);
  } finally {
    end();
    service.stop();
    await listener.stop();
    await service.save(true);
  }
}

/** The purpose of the stand-in in this run. `end` ends it early. */
interface Purpose {
  readonly done: Promise<number>;
  readonly end: () => void;
}

/** The file that tells whoever waits for it that the stand-in listens; one of an earlier run is first removed. */
async function openReady(name: string, io: Io): Promise<OutputFile> {
  const file = await openOutput("--ready", name, io);
  if (file.isReplaced) await rm(name, { force: true });
  return file;
}

function serve(url: string, io: Io): Purpose {
  let end = (): void => undefined;
  const signal = new Promise<NodeJS.Signals>((resolve) => {
    end = onEnd(resolve);
  });
  io.out.write(`${url}\n`);
  io.err.write(`This is a stand-in and not AWS. To call it from another shell:\n\n  ${exportLine(url)}\n\n`);
  return { done: signal.then(signalExit), end };
}

function runCommand(
  command: readonly [string, ...string[]],
  { url, env, io }: { readonly url: string; readonly env: Io["env"]; readonly io: Io },
): Purpose {
  io.err.write(`This is a stand-in and not AWS: ${url}\n`);
  const child = startChild(command, env, io);
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

/** Catches the signals that end programs; returns the function that lets them end this one again. */
function onEnd(handle: (signal: NodeJS.Signals) => void): () => void {
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, handle);
  return () => {
    for (const signal of signals) process.removeListener(signal, handle);
  };
}
