import { resolveCredentials } from "../credentials/resolve";
import { Failure } from "../failure/failure";
import { loadOperation } from "../operations/load";
import type { Operation } from "../operations/operation";
import { skeletonText } from "../operations/skeletons";
import { printSample } from "../output/print";
import { validate } from "../params/validate";
import { readProfile } from "../profile/read";
import { resolveOutput } from "../settings/output";
import { resolveSettings } from "../settings/resolve";
import { readInput } from "./input";
import type { CallInvocation, Credentials, Io, Params, Problem, Profile, Ready } from "../types";

/**
 * Reads, checks and decides all that a call needs, in aws-cli's order, and sends nothing. Undefined if the line asks
 * only for a sample answer, which is then printed. Throws the first Failure.
 */
export async function prepare(invocation: CallInvocation, io: Io): Promise<Ready | undefined> {
  const { globals, skeleton } = invocation;
  const { profile, params, pages } = await readInput(invocation, io);
  const call = { ...invocation, pages };
  const { operation, check } = await loadOperation(invocation.operation);
  const settings = resolveSettings({ globals, profile, service: operation.service, io });
  const isSolved = await solvedByCommand(operation, invocation, params);
  const all = settings.validateParameters ? validate(operation, check, params) : [];
  const problems = all.filter((problem) => !isSolved(problem));
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
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

/**
 * Tells the problems that a command's end solves. Throws a Failure for an input that a command's end could not complete.
 */
async function solvedByCommand(
  { outcome }: Operation,
  invocation: CallInvocation,
  params: Params,
): Promise<(problem: Problem) => boolean> {
  const { command, lacksCommand } = invocation;
  if (!outcome || !(command || lacksCommand)) return () => false;
  const { checkNeeds, isFilledIn } = await import("../supervise/needs");
  checkNeeds(outcome, invocation, params);
  return (problem) => command !== undefined && isFilledIn(outcome, problem);
}
