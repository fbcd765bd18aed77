import { closeSync, openSync } from "node:fs";
import os from "node:os";
import { checkEndpointUrl, type EarlyGlobals } from "./arguments/globals";
import { loadClient } from "./sdk/load";
import { operations } from "./operations/all";
import { resolveCredentials } from "./credentials/resolve";
import { Failure, describe, isFailure, type Report } from "./failure/failure";
import { catchSignals } from "./supervise/signals";
import { isRefusedAsExpired } from "./supervise/keys";
import { findNeeds } from "./supervise/needs";
import type { CallInvocation, Credentials, Invocation, Io, Problem, Profile, Response } from "./types";
import { loadValues } from "./params/load";
import { mergeInput } from "./params/merge";
import { processIo } from "./io/process";
import { checkQuery, printResponse } from "./output/print";
import { readProfile } from "./profile/read";
import { parse } from "./arguments/parse";
import { resolveOutput } from "./settings/output";
import { followsUrls, resolveSettings } from "./settings/resolve";
import { skeletonText } from "./operations/skeletons";
import { usageText } from "./failure/usage";
import { validate } from "./params/validate";
import { versionText } from "./version";

export { keepCode } from "./start/keep-code";
export { processIo };

/** Runs the tool with the arguments after its name and gives the exit code. The only place that prints an error. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    return report(error, io);
  }
}

/** Takes the ways through the program that make no call, unseen, so that their compiled code is kept with that of a run. */
export async function rehearse(): Promise<void> {
  const nowhere = openSync(os.devNull, "w");
  const env = { HOME: __dirname, AWS_DEFAULT_REGION: "us-east-1", AWS_ENDPOINT_URL: "http://localhost" };
  const lines = operations.flatMap(({ service, command, input }) => {
    const wrong = JSON.stringify(Object.fromEntries(["NoSuchMember", ...Object.keys(input)].map((name) => [name, {}])));
    return [
      [service.command, command, "--generate-cli-skeleton"],
      [service.command, command, "--no-such-option"],
      [service.command, command, "--cli-input-json", wrong],
    ];
  });
  for (const line of [["--version"], ...lines]) await main(line, { ...processIo(nowhere, nowhere), env });
  closeSync(nowhere);
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const invocation: Invocation = await parse(argv, (globals) => checkGlobals(globals, io));
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
      return call(invocation, io);
  }
}

/** What aws-cli checks of the global options before it looks at the operation. */
async function checkGlobals(globals: EarlyGlobals, io: Io): Promise<void> {
  if (globals.debug) {
    io.trace.enable((line) => {
      io.err.write(line);
    });
    io.trace.log(versionText().trimEnd());
  }
  if (globals.query !== undefined) await checkQuery(globals.query);
  if (globals.endpointUrl !== undefined) checkEndpointUrl(globals.endpointUrl);
}

async function call(invocation: CallInvocation, io: Io): Promise<number> {
  const { operation, globals } = invocation;
  const hook = prepareHook(invocation, io);
  const profile = readProfile(globals.profile, io);
  const loaded = await loadValues(invocation, { followUrls: followsUrls(profile), io });
  if (!profile.exists) {
    throw new Failure({ kind: "profile-missing", name: profile.name, absence: profile.absence });
  }
  const params = await mergeInput(invocation, loaded);
  if (invocation.skeleton === "input") {
    io.out.write(skeletonText(operation, "input"));
    return 0;
  }
  const settings = resolveSettings({ globals, profile, service: operation.service, io });
  if (settings.validateParameters) refuse(validate(operation, params));
  if (hook) refuse(findNeeds(hook.verdict, params));
  if (invocation.skeleton === "output") {
    const sample = JSON.parse(skeletonText(operation, "output")) as Response;
    await print(sample);
    return 0;
  }
  const findCredentials = (from: Profile, pastCache = false) =>
    resolveCredentials({ profile: from, settings, io, pastCache, mayReadInput: !hook });
  const credentials = settings.sign ? await findCredentials(profile) : undefined;
  resolveOutput(globals, { profile, io });
  const { send } = await loadClient(operation);
  const request = { operation, params, settings, credentials, trace: io.trace };
  if (hook) {
    const renew = async (pastCache: boolean): Promise<Credentials> => {
      try {
        return await findCredentials(readProfile(globals.profile, io), pastCache);
      } catch {
        return findCredentials(profile, pastCache);
      }
    };
    return (await import("./supervise/run")).runHookCommand({ ...hook, request, send, renew, io });
  }
  const response = await send(request).catch(async (error: unknown) => {
    if (!credentials?.isKept || !isRefusedAsExpired(error)) throw error;
    io.trace.log("the kept credentials are refused: looking past them");
    return send({ ...request, credentials: await findCredentials(profile, true) });
  });
  await print(response).catch((error: unknown) => {
    throw new Failure({ kind: "answer-lost", operation: operation.name, problem: words(error).text }, { cause: error });
  });
  return 0;

  function print(response: Response): Promise<void> {
    return printResponse(operation, response, { settings: resolveOutput(globals, { profile, io }), io });
  }
}

/** The command whose end is the verdict, if there is one. From here on, a signal to the tool is part of that verdict. */
function prepareHook({ hookCommand: command, operation: { verdict }, globals }: CallInvocation, io: Io) {
  return command && verdict && { command, verdict, globals, signals: catchSignals(io.env) };
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
}

function report(error: unknown, io: Io): number {
  const { lead, text, hint, exitCode } = words(error);
  if (error instanceof Error) io.trace.log(() => error.stack ?? "");
  const above = lead === "usage" ? usageText() : lead === "blank" ? "\n" : "";
  const below = hint && io.err.isTTY ? `${hint}\n` : "";
  io.err.write(`${above}${io.trace.mask(text)}\n${below}`);
  return exitCode;
}

function words(error: unknown): Report {
  if (isFailure(error)) return describe(error.data);
  return { lead: "blank", text: error instanceof Error ? error.message : String(error), exitCode: 255 };
}
