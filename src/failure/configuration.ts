import { alone, other, type Table } from "./report";
import type { IniFault, ProfileAbsence } from "../types";

/** The failures of the configuration, except of credentials. */
export type ConfigurationFailure =
  | { readonly kind: "profile-missing"; readonly name: string; readonly absence: ProfileAbsence | undefined }
  | { readonly kind: "region-missing" }
  | { readonly kind: "output-type-unknown"; readonly output: string }
  | { readonly kind: "timestamp-format-unknown"; readonly format: string }
  | { readonly kind: "config-unparsable"; readonly path: string; readonly fault: IniFault; readonly line?: number }
  | { readonly kind: "region-invalid"; readonly region: string }
  | { readonly kind: "endpoint-invalid"; readonly url: string }
  | { readonly kind: "services-missing"; readonly section: string }
  | { readonly kind: "services-flat"; readonly section: string; readonly service: string }
  | { readonly kind: "defaults-mode-invalid"; readonly mode: string; readonly modes: readonly string[] }
  | { readonly kind: "max-attempts-invalid"; readonly attempts: string }
  | { readonly kind: "retry-mode-invalid"; readonly mode: string; readonly modes: readonly string[] }
  | { readonly kind: "timeout-negative"; readonly timer: "read" | "connect"; readonly seconds: number };

/** The words of each failure; botocore's if it has any. */
export const configurationTable: Table<ConfigurationFailure> = {
  "profile-missing": (failure) => ({
    ...other(`The config profile (${failure.name}) could not be found`),
    ...profileHint(failure),
  }),
  "region-missing": () => ({
    ...alone('You must specify a region. You can also configure your region by running "aws configure".'),
    hint: "Set AWS_DEFAULT_REGION, or use --region.",
  }),
  "output-type-unknown": (failure) => `Unknown output type: ${failure.output}`,
  "timestamp-format-unknown": (failure) =>
    `Unknown cli_timestamp_format value: ${failure.format}, valid values are "none", "wire" or "iso8601"`,
  "config-unparsable": (failure) => {
    const where = failure.line === undefined ? "" : `line ${failure.line}: `;
    return `Unable to parse config file: ${failure.path} (${where}${iniFaults[failure.fault]})`;
  },
  "region-invalid": (failure) => `Provided region_name '${failure.region}' doesn't match a supported format.`,
  "endpoint-invalid": (failure) => `Invalid endpoint: ${failure.url}`,
  "services-missing": (failure) =>
    `The profile is configured to use the services section but the "${failure.section}" services configuration does not exist.`,
  "services-flat": (failure) =>
    `The "${failure.section}" services configuration must hold nested settings for ${failure.service}, each on an indented line of its own.`,
  "defaults-mode-invalid": (failure) =>
    `Client configured with invalid defaults mode: ${failure.mode}. Valid defaults modes include: ${failure.modes.join(", ")}.`,
  "max-attempts-invalid": (failure) =>
    `Value provided to "max_attempts": ${failure.attempts} must be an integer greater than or equal to 1.`,
  "retry-mode-invalid": (failure) =>
    `Invalid value provided to "mode": "${failure.mode}" must be one of: (${failure.modes.map((mode) => `'${mode}'`).join(", ")})`,
  "timeout-negative": (failure) =>
    `Attempted to set ${failure.timer} timeout to ${failure.seconds}, but the timeout cannot be set to a value less than or equal to 0.`,
};

const iniFaults: Readonly<Record<IniFault, string>> = {
  "not-utf8": "the file is not UTF-8 text",
  "too-large": "the file is larger than 16 MiB",
  "no-section": "there is no [section] above it",
  "no-option": "neither a [section] nor name = value",
  "no-nested-option": "a nested value is not name = value",
  "section-twice": "the section appears twice",
  "option-twice": "the option appears twice in its section",
};

function profileHint({ name, absence }: Extract<ConfigurationFailure, { kind: "profile-missing" }>): { hint?: string } {
  if (absence?.kind === "variable-empty")
    return { hint: `${absence.variable} is set and empty: unset it, or name a profile.` };
  return absence ? { hint: `The config file has a section [${name}]: call it [profile ${name}].` } : {};
}
