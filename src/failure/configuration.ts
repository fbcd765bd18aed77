import { credentialText, type CredentialFailure } from "./credentials";
import type { IniFault } from "../types";

/** What can be wrong with the configuration, credentials included. */
export type ConfigurationFailure =
  | { readonly kind: "config-unparsable"; readonly path: string; readonly fault: IniFault; readonly line?: number }
  | { readonly kind: "region-invalid"; readonly region: string }
  | { readonly kind: "endpoint-invalid"; readonly url: string }
  | { readonly kind: "services-missing"; readonly section: string }
  | { readonly kind: "services-flat"; readonly section: string; readonly service: string }
  | { readonly kind: "defaults-mode-invalid"; readonly mode: string; readonly modes: readonly string[] }
  | { readonly kind: "max-attempts-invalid"; readonly attempts: string }
  | { readonly kind: "retry-mode-invalid"; readonly mode: string; readonly modes: readonly string[] }
  | { readonly kind: "timeout-negative"; readonly timer: "read" | "connect"; readonly seconds: number }
  | CredentialFailure;

/** Puts a wrong configuration into botocore's words where it has any. */
export function configurationText(failure: ConfigurationFailure): string {
  switch (failure.kind) {
    case "config-unparsable": {
      const where = failure.line === undefined ? "" : `line ${failure.line}: `;
      return `Unable to parse config file: ${failure.path} (${where}${iniFaults[failure.fault]})`;
    }
    case "region-invalid":
      return `Provided region_name '${failure.region}' doesn't match a supported format.`;
    case "endpoint-invalid":
      return `Invalid endpoint: ${failure.url}`;
    case "services-missing":
      return `The profile is configured to use the services section but the "${failure.section}" services configuration does not exist.`;
    case "services-flat":
      return `The "${failure.section}" services configuration must hold nested settings for ${failure.service}, each on an indented line of its own.`;
    case "defaults-mode-invalid":
      return `Client configured with invalid defaults mode: ${failure.mode}. Valid defaults modes include: ${failure.modes.join(", ")}.`;
    case "max-attempts-invalid":
      return `Value provided to "max_attempts": ${failure.attempts} must be an integer greater than or equal to 1.`;
    case "retry-mode-invalid":
      return `Invalid value provided to "mode": "${failure.mode}" must be one of: (${failure.modes.map((mode) => `'${mode}'`).join(", ")})`;
    case "timeout-negative":
      return `Attempted to set ${failure.timer} timeout to ${failure.seconds}, but the timeout cannot be set to a value less than or equal to 0.`;
    default:
      return credentialText(failure);
  }
}

const iniFaults: Readonly<Record<IniFault, string>> = {
  "not-utf8": "the file is not UTF-8 text",
  "too-large": "the file is larger than 16 MiB",
  "no-section": "no [section] stands above it",
  "no-option": "neither a [section] nor name = value",
  "no-nested-option": "a nested value is not name = value",
  "section-twice": "the section is there twice",
  "option-twice": "the option is there twice in its section",
};
