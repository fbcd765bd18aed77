import type { CredentialFailure } from "../../../src/failure/credentials";
import { alone, type Examples } from "./examples";

const process = "Error when retrieving credentials from custom-process: ";
const login = "Error loading login session token: ";

/** Examples of the failures on the way to credentials. */
export const credentialExamples: Examples<CredentialFailure> = {
  "credentials-missing": [
    { reasons: ["The profile dev holds none."] },
    'Unable to locate credentials. You can configure credentials by running "aws configure".',
    {
      ...alone,
      hint: "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use --profile.\nThe profile dev holds none.",
    },
  ],
  "credentials-partial": [
    { source: "env", missing: "AWS_SECRET_ACCESS_KEY" },
    "Partial credentials found in env, missing: AWS_SECRET_ACCESS_KEY",
  ],
  "credentials-unavailable": [
    { source: "iam-role", problem: "the answer is no JSON" },
    "Error when retrieving credentials from iam-role: the answer is no JSON",
  ],
  "credentials-answer-empty": [
    { source: "sso" },
    "Error when retrieving credentials from sso: the answer holds no credentials",
  ],
  "credentials-expired": [
    { isFixed: true },
    "Credentials were refreshed, but the refreshed credentials are still expired.",
  ],
  "expiration-invalid": [{ text: "soon" }, "Unknown string format: soon"],
  "credential-file-missing": [{ path: "/keys" }, "The specified config file (/keys) could not be found."],
  "credential-file-endless": [
    { path: "/dev/zero", problem: "it is longer than 16 MiB" },
    "Unable to read the credentials in /dev/zero: it is longer than 16 MiB",
  ],
  "value-unusable": [
    { name: "AWS_ACCESS_KEY_ID", problem: "it has a line end in it" },
    "AWS_ACCESS_KEY_ID cannot be used: it has a line end in it",
  ],
  "token-file-unreadable": [
    { path: "/token", problem: "no such file" },
    "Unable to read the token file /token: no such file",
  ],
  "role-source-twice": [{ profile: "dev" }, 'The profile "dev" contains both source_profile and credential_source.'],
  "role-source-unknown": [
    { source: "Moon", profile: "dev" },
    'The credential source "Moon" referenced in profile "dev" is not valid.',
  ],
  "role-source-empty": [
    { source: "Environment", profile: "dev" },
    "Error when retrieving credentials from Environment: No credentials found in credential_source referenced in profile dev",
  ],
  "source-profile-missing": [
    { source: "base", profile: "dev" },
    'The source_profile "base" referenced in the profile "dev" does not exist.',
  ],
  "source-profile-loop": [
    { source: "a", visited: ["a", "b"] },
    "Infinite loop in credential configuration detected. Attempting to load from profile a which has already been visited. Visited profiles: ['a', 'b']",
  ],
  "source-profile-empty": [{ source: "base" }, 'The source profile "base" must have credentials.'],
  "web-identity-no-role": [
    {},
    "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arn configuration set or the AWS_ROLE_ARN env var is set.",
  ],
  "mfa-no-terminal": [
    { serial: "arn:mfa" },
    "Unable to ask for the MFA code of arn:mfa: there is no terminal to ask on.",
  ],
  "mfa-no-code": [{ serial: "arn:mfa" }, "No MFA code was given for arn:mfa."],
  "sts-endpoints-invalid": [
    { option: "x" },
    'STS regional endpoints option x is invalid. Valid options are: "legacy", "regional"',
  ],
  "process-unreadable": [{}, `${process}the command of credential_process is empty or has an open quote`],
  "process-unstartable": [
    { file: "./keys", problem: "ENOENT" },
    `${process}the command ./keys cannot be started (ENOENT)`,
  ],
  "process-failed": [{ exitCode: 3, stderr: "" }, `${process}the command ended with exit code 3`],
  "process-too-much": [{ limit: 1024 * 1024 }, `${process}the command printed more than 1 MiB`],
  "process-not-json": [{}, `${process}the command printed something that is not a JSON object`],
  "process-version": [
    { version: "2" },
    `${process}Unsupported version '2' for credential process provider, supported versions: 1`,
  ],
  "process-key-missing": [{ key: "AccessKeyId" }, `${process}Missing required key in response: 'AccessKeyId'`],
  "process-key-no-text": [{ key: "AccessKeyId" }, `${process}AccessKeyId in the response is not text`],
  "sso-incomplete": [
    { profile: "dev", missing: ["sso_region", "sso_start_url"] },
    'The profile "dev" is configured to use SSO but is missing required configuration: sso_region, sso_start_url',
  ],
  "sso-session-missing": [{ session: "corp" }, 'The specified sso-session does not exist: "corp"'],
  "sso-session-inconsistent": [
    { setting: "sso_region", own: "a", session: "b" },
    "The value for sso_region is inconsistent between profile (a) and sso-session (b).",
  ],
  "sso-token-missing": [{ name: "corp" }, "Error loading SSO Token: Token for corp does not exist"],
  "sso-token-invalid": [{ startUrl: "https://x" }, "Error loading SSO Token: Token for https://x is invalid"],
  "sso-token-expired": [{}, "Error when retrieving token from sso: Token has expired and refresh failed"],
  "sso-session-expired": [
    {},
    "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
  ],
  "login-missing": [
    { session: "me" },
    `${login}Unable to load a existing login session for session me. Please reauthenticate with 'aws login'.`,
  ],
  "login-incomplete": [
    { missing: ["dpopKey", "clientId"] },
    `${login}Failed to load access token from token cache, missing required fields: dpopKey, clientId.`,
  ],
  "login-key-invalid": [{}, `${login}Unable to load private key from cached token.`],
  "login-answer-empty": [
    {},
    `${login}Unable to refresh access token due to an invalid service response. Please try running 'aws login' again. If the issue persists, there may be a temporary signin service problem.`,
  ],
  "login-expired": [
    {},
    "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.",
  ],
  "login-forbidden": [
    {},
    "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.",
  ],
  "login-failed": [
    {},
    "An unspecified error happened when resolving AWS credentials or refreshing a login session profile.",
  ],
  "container-host-refused": [
    { host: "x.test" },
    "Unsupported host 'x.test'.  Can only retrieve metadata from a loopback address or one of these hosts: 169.254.170.2, 169.254.170.23, fd00:ec2::23, localhost",
  ],
  "container-token-invalid": [
    { name: "AWS_CONTAINER_AUTHORIZATION_TOKEN", problem: "it has a line end in it" },
    "Auth token value is not a legal header value: it has a line end in it (AWS_CONTAINER_AUTHORIZATION_TOKEN)",
  ],
  "metadata-v1-disabled": [
    {},
    "Error retrieving metadata: Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled",
  ],
  "metadata-mode-invalid": [
    { mode: "x" },
    "Invalid EC2 Instance Metadata endpoint mode: x Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').",
  ],
  "metadata-endpoint-invalid": [{ endpoint: "x" }, "Invalid endpoint EC2 Instance Metadata endpoint: x"],
  "metadata-count-invalid": [
    { name: "metadata_service_timeout", text: "0" },
    'Value provided to "metadata_service_timeout": 0 must be an integer greater than or equal to 1.',
  ],
};
