import { checkEndpointUrl, type EarlyGlobals } from "./arguments/globals";
import { parse } from "./arguments/parse";
import { inWords } from "./failure/in-words";
import { usageText } from "./failure/usage";
import { endOnSignalsAsFirst } from "./io/first-process";
import { processIo } from "./io/process";
import type { Invocation, Io } from "./types";
import { versionText } from "./version";

export { keepCode } from "./start/keep-code";
export { processIo };

/** Runs the tool with the arguments after its name and returns the exit code. The only place that prints an error. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  endOnSignalsAsFirst();
  try {
    if (argv.some((word) => word.includes("\ufffd"))) (await import("./arguments/raw-words")).refuseRawBytes(argv);
    return await run(await parse(argv, (globals) => checkGlobals(globals, io)), io);
  } catch (error) {
    return await report(error, io);
  }
}

async function run(invocation: Invocation, io: Io): Promise<number> {
  switch (invocation.kind) {
    case "version":
      io.out.write(versionText());
      return 0;
    case "help":
      return (await import("./help/show")).showHelp(invocation.path, io);
    case "completion":
      return (await import("./completion/show")).showCompletion(invocation.shell, io);
    case "stand-in":
      return (await import("./stand-in/command")).runStandIn(invocation.words, io);
    case "call":
      if (invocation.skeleton === "input") return (await import("./ways/template")).printTemplate(invocation, io);
      return (await import("./ways/call")).call(invocation, io);
  }
}

/** Checks the global options that aws-cli checks before it looks at the operation. Throws a Failure. */
async function checkGlobals(globals: EarlyGlobals, io: Io): Promise<void> {
  if (globals.debug) {
    io.trace.enable((line) => {
      io.err.write(line);
    });
    io.trace.log(versionText().trimEnd());
  }
  if (globals.query !== undefined) (await import("./output/query")).checkSyntax(globals.query);
  if (globals.endpointUrl !== undefined) checkEndpointUrl(globals.endpointUrl);
}

async function report(error: unknown, io: Io): Promise<number> {
  const { lead, text, hint, exitCode } = await inWords(error);
  if (error instanceof Error) io.trace.log(() => error.stack ?? "");
  const above = lead === "usage" ? usageText() : lead === "blank" ? "\n" : "";
  const below = hint && io.err.isTTY ? `${hint}\n` : "";
  io.err.write(`${above}${io.trace.mask(text)}\n${below}`);
  return exitCode;
}
