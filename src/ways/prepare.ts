import { resolveCredentials } from "../credentials/resolve";
import { Failure } from "../failure/failure";
import { loadOperation } from "../operations/load";
import { skeletonText } from "../operations/skeletons";
import { printResponse } from "../output/print";
import { loadValues } from "../params/load";
import { mergeInput } from "../params/merge";
import { validate } from "../params/validate";
import { readProfile } from "../profile/read";
import { resolveOutput, timestampFormat } from "../settings/output";
import { followsUrls, resolveSettings } from "../settings/resolve";
import type { CallInvocation, Credentials, Io, Params, Problem, Profile, Ready, Response } from "../types";

/**
 * Reads, checks and decides all that a call needs, in aws-cli's order, and sends nothing. Undefined where the line asks
 * only for a template, which is then printed. Throws the first Failure.
 */
export async function prepare(invocation: CallInvocation, io: Io): Promise<Ready | undefined> {
  const { globals, skeleton } = invocation;
  const profile = readProfile(globals.profile, io);
  timestampFormat(profile);
  const loaded = await loadValues(invocation, { followUrls: followsUrls(profile), io });
  if (!profile.exists) throw new Failure({ kind: "profile-missing", name: profile.name });
  const params = await mergeInput(invocation, loaded);
  if (skeleton === "input") {
    io.out.write(skeletonText(invocation.operation, "input"));
    return undefined;
  }
  const { operation, check } = await loadOperation(invocation.operation);
  const settings = resolveSettings({ globals, profile, service: operation.service, io });
  if (settings.validateParameters) refuse(validate(operation, check, params));
  if (invocation.command && operation.outcome) refuse(missing(operation.outcome.needs, params));
  const output = () => resolveOutput(globals, { profile, io });
  if (skeleton === "output") {
    const sample = JSON.parse(skeletonText(invocation.operation, "output")) as Response;
    await printResponse(operation, sample, { settings: output(), io });
    return undefined;
  }
  const find = (from: Profile) => resolveCredentials({ profile: from, settings, io });
  const credentials = settings.sign ? await find(profile) : undefined;
  const renew = async (): Promise<Credentials> => {
    try {
      return await find(readProfile(globals.profile, io));
    } catch {
      return find(profile);
    }
  };
  return { invocation, operation, params, settings, credentials, renew, output: output() };
}

/** What is wrong with the members that a report needs: not given, or empty, as where a variable of a script was not set. */
function missing(needs: readonly string[], params: Params): Problem[] {
  return needs.flatMap((member): Problem[] => {
    const value = params[member] ?? undefined;
    if (value === undefined) return [{ kind: "missing", path: "", member }];
    return value === "" ? [{ kind: "length", path: member, length: 0, bound: "min", limit: 1 }] : [];
  });
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Failure({ kind: "parameters-invalid", problems });
}
