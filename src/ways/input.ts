import { Failure } from "../failure/failure";
import { loadValues } from "../params/load";
import { mergeInput } from "../params/merge";
import { readProfile } from "../profile/read";
import { timestampFormat } from "../settings/output";
import { followsUrls } from "../settings/resolve";
import type { CallInvocation, Io, PageOptions, Params, Profile } from "../types";

/** The input of a call, and the profile that it was read with. The input has not been checked yet. */
export interface Input {
  readonly profile: Profile;
  readonly params: Params;
  readonly pages: PageOptions | undefined;
}

/** Reads the profile and the input, in aws-cli's order. Throws the first Failure. */
export async function readInput(invocation: CallInvocation, io: Io): Promise<Input> {
  const profile = readProfile(invocation.globals.profile, io);
  timestampFormat(profile);
  const loaded = await loadValues(invocation, { followUrls: followsUrls(profile), io });
  if (!profile.exists) throw new Failure({ kind: "profile-missing", name: profile.name, absence: profile.absence });
  return { profile, params: await mergeInput(invocation, loaded), pages: loaded.pages };
}
