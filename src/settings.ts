import type { Service } from "./commands/operation";
import { Failure } from "./failure";
import type { Globals, Io, OutputSettings, Profile, Settings } from "./types";

/** What `resolveSettings` decides from. */
export interface SettingsSources {
  readonly globals: Globals;
  readonly profile: Profile;
  readonly service: Service;
  readonly io: Io;
}

/** Whether values starting `http://` or `https://` are fetched: yes, unless the profile says otherwise. */
export function followsUrls(_profile: Profile): boolean {
  return true;
}

/** Flags over environment over profile. */
export function resolveSettings({ globals, io }: SettingsSources): Settings {
  const region = globals.region ?? io.env["AWS_DEFAULT_REGION"];
  if (!region) throw new Failure({ kind: "region-missing" });
  return {
    region,
    endpointUrl: globals.endpointUrl,
    useFips: false,
    useDualstack: false,
    sign: globals.signRequest,
    validateParameters: true,
    transport: {
      connectTimeout: 60_000,
      readTimeout: 60_000,
      attemptTimeout: 300_000,
      verifySsl: globals.verifySsl,
      caBundle: globals.caBundle,
      proxies: { http: undefined, https: undefined, bypass: undefined },
    },
    retries: { mode: "legacy", maxAttempts: 5 },
    userAgent: [],
  };
}

/** How the answer will be printed. A format that does not exist is refused here, before the call. */
export function resolveOutput(globals: Globals, _profile: Profile, _io: Io): OutputSettings {
  return { format: "json", query: globals.query, color: false };
}
