import { textIn } from "../config-file/section";
import type { Io, Profile } from "../types";

/** The places in which settings are looked up. */
export interface Sources {
  readonly profile: Profile;
  readonly io: Io;
}

/**
 * A setting from the environment, or else from the profile. An empty variable counts, as in botocore's config chain.
 */
export function lookUp({ io, profile }: Sources, variable: string, name: string): string | undefined {
  return io.env[variable] ?? textIn(profile.values, name);
}

/** A switch: on for `true` in any case, off for all else (botocore's `ensure_boolean`). */
export function isOn(value: string | undefined): boolean {
  return value?.toLowerCase() === "true";
}
