import { alone, type Table } from "./report";

/** The failures on the way to credentials. `source` names a provider as botocore does. */
export type CredentialFailure =
  /** `reasons` are sentences for a person. */
  | { readonly kind: "credentials-missing"; readonly reasons: readonly string[] }
  | { readonly kind: "credentials-partial"; readonly source: string; readonly missing: string }
  | { readonly kind: "credentials-unavailable"; readonly source: string; readonly problem: string }
  | { readonly kind: "credentials-answer-empty"; readonly source: string }
  /** `isFixed`: nothing renews them, so they stay expired. */
  | { readonly kind: "credentials-expired"; readonly isFixed: boolean }
  | { readonly kind: "expiration-invalid"; readonly text: string }
  | { readonly kind: "credential-file-missing"; readonly path: string }
  | { readonly kind: "credential-file-endless"; readonly path: string; readonly problem: string }
  /** `name` is the user's name for the value: a variable, a setting of a file, an option. */
  | { readonly kind: "value-unusable"; readonly name: string; readonly problem: string }
  | { readonly kind: "token-file-unreadable"; readonly path: string; readonly problem: string }
  /* roles */
  | { readonly kind: "role-source-twice"; readonly profile: string }
  | { readonly kind: "role-source-unknown"; readonly source: string; readonly profile: string }
  | { readonly kind: "role-source-empty"; readonly source: string; readonly profile: string }
  | { readonly kind: "source-profile-missing"; readonly source: string; readonly profile: string }
  | { readonly kind: "source-profile-loop"; readonly source: string; readonly visited: readonly string[] }
  | { readonly kind: "source-profile-empty"; readonly source: string }
  | { readonly kind: "web-identity-no-role" }
  | { readonly kind: "mfa-no-terminal"; readonly serial: string }
  | { readonly kind: "mfa-no-code"; readonly serial: string }
  | { readonly kind: "sts-endpoints-invalid"; readonly option: string }
  /* processes */
  | { readonly kind: "process-unreadable" }
  | { readonly kind: "process-unstartable"; readonly file: string; readonly problem: string }
  | { readonly kind: "process-failed"; readonly exitCode: number | null; readonly stderr: string }
  | { readonly kind: "process-too-much"; readonly limit: number }
  | { readonly kind: "process-not-json" }
  | { readonly kind: "process-version"; readonly version: string }
  | { readonly kind: "process-key-missing"; readonly key: string }
  | { readonly kind: "process-key-no-text"; readonly key: string }
  /* SSO */
  | { readonly kind: "sso-incomplete"; readonly profile: string; readonly missing: readonly string[] }
  | { readonly kind: "sso-session-missing"; readonly session: string }
  | {
      readonly kind: "sso-session-inconsistent";
      readonly setting: string;
      readonly own: string;
      readonly session: string;
    }
  | { readonly kind: "sso-token-missing"; readonly name: string }
  | { readonly kind: "sso-token-invalid"; readonly startUrl: string }
  | { readonly kind: "sso-token-expired" }
  | { readonly kind: "sso-session-expired" }
  /* `aws login` */
  | { readonly kind: "login-missing"; readonly session: string }
  | { readonly kind: "login-incomplete"; readonly missing: readonly string[] }
  | { readonly kind: "login-key-invalid" }
  | { readonly kind: "login-answer-empty" }
  | { readonly kind: "login-expired" }
  | { readonly kind: "login-forbidden" }
  | { readonly kind: "login-failed" }
  /* containers and instances */
  | { readonly kind: "container-host-refused"; readonly host: string }
  /** `name` is the variable that it comes from, and the file. */
  | { readonly kind: "container-token-invalid"; readonly name: string; readonly problem: string }
  | { readonly kind: "metadata-v1-disabled" }
  | { readonly kind: "metadata-mode-invalid"; readonly mode: string }
  | { readonly kind: "metadata-endpoint-invalid"; readonly endpoint: string }
  | { readonly kind: "metadata-count-invalid"; readonly name: string; readonly text: string };

/** The words of each failure; botocore's if it has any. */
export const credentialTable: Table<CredentialFailure> = {
  "credentials-missing": ({ reasons }) => ({
    ...alone('Unable to locate credentials. You can configure credentials by running "aws configure".'),
    hint: ["Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use --profile.", ...reasons].join("\n"),
  }),
  "credentials-partial": (failure) => `Partial credentials found in ${failure.source}, missing: ${failure.missing}`,
  "credentials-unavailable": (failure) => unavailable(failure.source, failure.problem),
  "credentials-answer-empty": (failure) => unavailable(failure.source, "the answer holds no credentials"),
  "credentials-expired": () => "Credentials were refreshed, but the refreshed credentials are still expired.",
  "expiration-invalid": (failure) => `Unknown string format: ${failure.text}`,
  "credential-file-missing": (failure) => `The specified config file (${failure.path}) could not be found.`,
  "credential-file-endless": (failure) => `Unable to read the credentials in ${failure.path}: ${failure.problem}`,
  "value-unusable": (failure) => `${failure.name} cannot be used: ${failure.problem}`,
  "token-file-unreadable": (failure) => `Unable to read the token file ${failure.path}: ${failure.problem}`,
  "role-source-twice": (failure) =>
    `The profile "${failure.profile}" contains both source_profile and credential_source.`,
  "role-source-unknown": (failure) =>
    `The credential source "${failure.source}" referenced in profile "${failure.profile}" is not valid.`,
  "role-source-empty": (failure) =>
    unavailable(failure.source, `No credentials found in credential_source referenced in profile ${failure.profile}`),
  "source-profile-missing": (failure) =>
    `The source_profile "${failure.source}" referenced in the profile "${failure.profile}" does not exist.`,
  "source-profile-loop": (failure) =>
    `Infinite loop in credential configuration detected. Attempting to load from profile ${failure.source} which has already been visited. Visited profiles: [${failure.visited.map((name) => `'${name}'`).join(", ")}]`,
  "source-profile-empty": (failure) => `The source profile "${failure.source}" must have credentials.`,
  "web-identity-no-role": () =>
    "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arn configuration set or the AWS_ROLE_ARN env var is set.",
  "mfa-no-terminal": (failure) =>
    `Unable to ask for the MFA code of ${failure.serial}: there is no terminal to ask on.`,
  "mfa-no-code": (failure) => `No MFA code was given for ${failure.serial}.`,
  "sts-endpoints-invalid": (failure) =>
    `STS regional endpoints option ${failure.option} is invalid. Valid options are: "legacy", "regional"`,
  "process-unreadable": () =>
    unavailable("custom-process", "the command of credential_process is empty or has an open quote"),
  "process-unstartable": (failure) =>
    unavailable("custom-process", `the command ${failure.file} cannot be started (${failure.problem})`),
  "process-failed": (failure) => unavailable("custom-process", failure.stderr || endOf(failure.exitCode)),
  "process-too-much": (failure) =>
    unavailable("custom-process", `the command printed more than ${failure.limit / 1024 / 1024} MiB`),
  "process-not-json": () => unavailable("custom-process", "the command printed something that is not a JSON object"),
  "process-version": (failure) =>
    unavailable(
      "custom-process",
      `Unsupported version '${failure.version}' for credential process provider, supported versions: 1`,
    ),
  "process-key-missing": (failure) =>
    unavailable("custom-process", `Missing required key in response: '${failure.key}'`),
  "process-key-no-text": (failure) => unavailable("custom-process", `${failure.key} in the response is not text`),
  "sso-incomplete": (failure) =>
    `The profile "${failure.profile}" is configured to use SSO but is missing required configuration: ${failure.missing.join(", ")}`,
  "sso-session-missing": (failure) => `The specified sso-session does not exist: "${failure.session}"`,
  "sso-session-inconsistent": (failure) =>
    `The value for ${failure.setting} is inconsistent between profile (${failure.own}) and sso-session (${failure.session}).`,
  "sso-token-missing": (failure) => `Error loading SSO Token: Token for ${failure.name} does not exist`,
  "sso-token-invalid": (failure) => `Error loading SSO Token: Token for ${failure.startUrl} is invalid`,
  "sso-token-expired": () => "Error when retrieving token from sso: Token has expired and refresh failed",
  "sso-session-expired": () =>
    "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.",
  "login-missing": (failure) =>
    `Error loading login session token: Unable to load a existing login session for session ${failure.session}. Please reauthenticate with 'aws login'.`,
  "login-incomplete": (failure) =>
    `Error loading login session token: Failed to load access token from token cache, missing required fields: ${failure.missing.join(", ")}.`,
  "login-key-invalid": () => "Error loading login session token: Unable to load private key from cached token.",
  "login-answer-empty": () =>
    "Error loading login session token: Unable to refresh access token due to an invalid service response. Please try running 'aws login' again. If the issue persists, there may be a temporary signin service problem.",
  "login-expired": () =>
    "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.",
  "login-forbidden": () =>
    "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.",
  "login-failed": () =>
    "An unspecified error happened when resolving AWS credentials or refreshing a login session profile.",
  "container-host-refused": (failure) =>
    `Unsupported host '${failure.host}'.  Can only retrieve metadata from a loopback address or one of these hosts: 169.254.170.2, 169.254.170.23, fd00:ec2::23, localhost`,
  "container-token-invalid": (failure) =>
    `Auth token value is not a legal header value: ${failure.problem} (${failure.name})`,
  "metadata-v1-disabled": () =>
    "Error retrieving metadata: Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled",
  "metadata-mode-invalid": (failure) =>
    `Invalid EC2 Instance Metadata endpoint mode: ${failure.mode} Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').`,
  "metadata-endpoint-invalid": (failure) => `Invalid endpoint EC2 Instance Metadata endpoint: ${failure.endpoint}`,
  "metadata-count-invalid": (failure) =>
    `Value provided to "${failure.name}": ${failure.text} must be an integer greater than or equal to 1.`,
};

function unavailable(source: string, problem: string): string {
  return `Error when retrieving credentials from ${source}: ${problem}`;
}

function endOf(exitCode: number | null): string {
  return exitCode === null ? "the command was ended by a signal" : `the command ended with exit code ${exitCode}`;
}
