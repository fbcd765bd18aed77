import { resolveCredentials } from "../credentials/resolve";
import { Failure } from "../failure/failure";
import { loadOperation, type OperationBundle } from "../operations/load";
import { skeletonText } from "../operations/skeletons";
import { printSample } from "../output/print";
import { loadValues } from "../params/load";
import { mergeInput } from "../params/merge";
import { validate } from "../params/validate";
import { readProfile } from "../profile/read";
import { resolveOutput, timestampFormat } from "../settings/output";
import { followsUrls, resolveSettings } from "../settings/resolve";
import type { CallInvocation, Credentials, Io, Params, Problem, Profile, Ready } from "../types";

/**
 * Reads, checks and decides all that a call needs, in aws-cli's order, and sends nothing. Undefined if the line asks
 * only for a template, which is then printed. Throws the first Failure.
 */
export async function prepare(invocation: CallInvocation, io: Io): Promise<Ready | undefined> {
  const { globals, skeleton } = invocation;
  const profile = readProfile(globals.profile, io);
  timestampFormat(profile);
  const loaded = await loadValues(invocation, { followUrls: followsUrls(profile), io });
  if (!profile.exists) throw new Failure({ kind: "profile-missing", name: profile.name, absence: profile.absence });
  const params = await mergeInput(invocation, loaded);
  const call = { ...invocation, pages: loaded.pages };
  if (skeleton === "input") {
    io.out.write(skeletonText(invocation.operation, "input"));
    return undefined;
  }
  const { operation, check } = await loadOperation(invocation.operation);
  const settings = resolveSettings({ globals, profile, service: operation.service, io });
  await refuseInput({ operation, check }, invocation, { params, validates: settings.validateParameters });
  const output = () => resolveOutput(globals, { profile, io });
  if (skeleton === "output") {
    await printSample(operation, skeletonText(invocation.operation, "output"), { settings: output(), io });
    return undefined;
  }
  const mayReadInput = invocation.command === undefined;
  const find = (from: Profile, pastCache = false) =>
    resolveCredentials({ profile: from, settings, io, pastCache, mayReadInput });
  const credentials = settings.sign ? await find(profile) : undefined;
  const renew = async (pastCache: boolean): Promise<Credentials> => {
    try {
      return await find(readProfile(globals.profile, io), pastCache);
    } catch {
      return find(profile, pastCache);
    }
  };
  return { invocation: call, operation, params, settings, credentials, renew, output: output() };
}

/** The things that an input is checked for. */
interface Checked {
  readonly params: Params;
  readonly validates: boolean;
}

/** Throws a Failure for an input that cannot be sent, or that a command's end could not complete. */
async function refuseInput(
  { operation, check }: OperationBundle,
  invocation: CallInvocation,
  { params, validates }: Checked,
): Promise<void> {
  const { outcome } = operation;
  let filledIn: (problem: Problem) => boolean = () => false;
  if (outcome && (invocation.command || invocation.lacksCommand)) {
    const { checkNeeds, isFilledIn } = await import("../supervise/needs");
    checkNeeds(outcome, invocation, params);
    if (invocation.command) filledIn = (problem) => isFilledIn(outcome, problem);
  }
  const problems = validates ? validate(operation, check, params).filter((problem) => !filledIn(problem)) : [];
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
}
