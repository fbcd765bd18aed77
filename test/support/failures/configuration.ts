import type { ConfigurationFailure } from "../../../src/failure/configuration";
import { alone, type Examples } from "./examples";

/** Examples of the failures of the configuration, except of credentials. */
export const configurationExamples: Examples<ConfigurationFailure> = {
  "profile-missing": [
    { name: "dev", absence: { kind: "section-bare" } },
    "The config profile (dev) could not be found",
    { hint: "The config file has a section [dev]: call it [profile dev]." },
  ],
  "region-missing": [
    {},
    'You must specify a region. You can also configure your region by running "aws configure".',
    { ...alone, hint: "Set AWS_DEFAULT_REGION, or use --region." },
  ],
  "output-type-unknown": [{ output: "yml" }, "Unknown output type: yml"],
  "timestamp-format-unknown": [
    { format: "unix" },
    'Unknown cli_timestamp_format value: unix, valid values are "none", "wire" or "iso8601"',
  ],
  "config-unparsable": [
    { path: "/home/me/.aws/config", fault: "section-twice", line: 3 },
    "Unable to parse config file: /home/me/.aws/config (line 3: the section appears twice)",
  ],
  "region-invalid": [{ region: "a b" }, "Provided region_name 'a b' doesn't match a supported format."],
  "endpoint-invalid": [{ url: "http://a b" }, "Invalid endpoint: http://a b"],
  "services-missing": [
    { section: "mine" },
    'The profile is configured to use the services section but the "mine" services configuration does not exist.',
  ],
  "services-flat": [
    { section: "mine", service: "codedeploy" },
    'The "mine" services configuration must hold nested settings for codedeploy, each on an indented line of its own.',
  ],
  "defaults-mode-invalid": [
    { mode: "x", modes: ["legacy", "auto"] },
    "Client configured with invalid defaults mode: x. Valid defaults modes include: legacy, auto.",
  ],
  "max-attempts-invalid": [
    { attempts: "0" },
    'Value provided to "max_attempts": 0 must be an integer greater than or equal to 1.',
  ],
  "retry-mode-invalid": [
    { mode: "x", modes: ["legacy", "standard"] },
    `Invalid value provided to "mode": "x" must be one of: ('legacy', 'standard')`,
  ],
  "timeout-negative": [
    { timer: "read", seconds: -1 },
    "Attempted to set read timeout to -1, but the timeout cannot be set to a value less than or equal to 0.",
  ],
};
