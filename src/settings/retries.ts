import { Failure } from "../failure/failure";
import { parseInteger } from "../python/int";
import type { RetrySettings } from "../types";
import { lookUp, type Sources } from "./lookup";

const retryModes = ["legacy", "standard", "adaptive"] as const;
const defaultsModes = ["legacy", "auto", "standard", "in-region", "cross-region", "mobile"] as const;

/** The retry mode if none is set. Of all that `defaults_mode` changes in the SDKs, only this matters here. */
export function defaultRetryMode(sources: Sources): RetrySettings["mode"] {
  const mode = lookUp(sources, "AWS_DEFAULTS_MODE", "defaults_mode") ?? "legacy";
  const known = defaultsModes.find((name) => name === mode.toLowerCase());
  if (!known) throw new Failure({ kind: "defaults-mode-invalid", mode, modes: defaultsModes });
  return known === "legacy" ? "legacy" : "standard";
}

/** The number of attempts: unless it is set, 5 in `legacy` mode and 3 in the others. */
export function resolveRetries(defaultMode: RetrySettings["mode"], sources: Sources): RetrySettings {
  const attempts = lookUp(sources, "AWS_MAX_ATTEMPTS", "max_attempts");
  const maxAttempts = attempts === undefined ? undefined : parseInteger(attempts);
  if (attempts !== undefined && !(maxAttempts && maxAttempts > 0)) {
    throw new Failure({ kind: "max-attempts-invalid", attempts });
  }
  const name = lookUp(sources, "AWS_RETRY_MODE", "retry_mode") ?? defaultMode;
  const mode = retryModes.find((known) => known === name);
  if (!mode) throw new Failure({ kind: "retry-mode-invalid", mode: name, modes: retryModes });
  return { mode, maxAttempts: maxAttempts ?? (mode === "legacy" ? 5 : 3) };
}
