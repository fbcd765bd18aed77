/** What can go wrong on the way to credentials. `source` names a provider as botocore does. */
export type CredentialFailure =
  | { readonly kind: "credentials-partial"; readonly source: string; readonly missing: string }
  | { readonly kind: "credentials-unavailable"; readonly source: string; readonly problem: string }
  | { readonly kind: "credentials-answer-empty"; readonly source: string }
  /** `isFixed`: nothing renews them, so they stay expired. */
  | { readonly kind: "credentials-expired"; readonly isFixed: boolean }
  | { readonly kind: "expiration-invalid"; readonly text: string }
  | { readonly kind: "credential-file-missing"; readonly path: string }
  | { readonly kind: "credential-file-endless"; readonly path: string; readonly problem: string }
  /** `name` is what a user knows the value by: a variable, a setting of a file, an option. */
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

/** Puts a failure to find credentials into botocore's words where it has any. */
export function credentialText(failure: CredentialFailure): string {
  switch (failure.kind) {
    case "credentials-partial":
      return `Partial credentials found in ${failure.source}, missing: ${failure.missing}`;
    case "credentials-unavailable":
      return unavailable(failure.source, failure.problem);
    case "credentials-answer-empty":
      return unavailable(failure.source, "the answer holds no credentials");
    case "credentials-expired":
      return "Credentials were refreshed, but the refreshed credentials are still expired.";
    case "expiration-invalid":
      return `Unknown string format: ${failure.text}`;
    case "credential-file-missing":
      return `The specified config file (${failure.path}) could not be found.`;
    case "credential-file-endless":
      return `Unable to read the credentials in ${failure.path}: ${failure.problem}`;
    case "value-unusable":
      return `${failure.name} cannot be used: ${failure.problem}`;
    case "token-file-unreadable":
      return `Unable to read the token file ${failure.path}: ${failure.problem}`;
    case "role-source-twice":
      return `The profile "${failure.profile}" contains both source_profile and credential_source.`;
    case "role-source-unknown":
      return `The credential source "${failure.source}" referenced in profile "${failure.profile}" is not valid.`;
    case "role-source-empty":
      return unavailable(
        failure.source,
        `No credentials found in credential_source referenced in profile ${failure.profile}`,
      );
    case "source-profile-missing":
      return `The source_profile "${failure.source}" referenced in the profile "${failure.profile}" does not exist.`;
    case "source-profile-loop":
      return `Infinite loop in credential configuration detected. Attempting to load from profile ${failure.source} which has already been visited. Visited profiles: [${failure.visited.map((name) => `'${name}'`).join(", ")}]`;
    case "source-profile-empty":
      return `The source profile "${failure.source}" must have credentials.`;
    case "web-identity-no-role":
      return "The provided profile or the current environment is configured to assume role with web identity but has no role ARN configured. Ensure that the profile has the role_arn configuration set or the AWS_ROLE_ARN env var is set.";
    case "mfa-no-terminal":
      return `Unable to ask for the MFA code of ${failure.serial}: there is no terminal to ask on.`;
    case "mfa-no-code":
      return `No MFA code was given for ${failure.serial}.`;
    case "sts-endpoints-invalid":
      return `STS regional endpoints option ${failure.option} is invalid. Valid options are: "legacy", "regional"`;
    case "process-unreadable":
      return unavailable("custom-process", "the command of credential_process is empty or has an open quote");
    case "process-unstartable":
      return unavailable("custom-process", `the command ${failure.file} cannot be started (${failure.problem})`);
    case "process-failed":
      return unavailable("custom-process", failure.stderr || `the command ended with exit code ${failure.exitCode}`);
    case "process-too-much":
      return unavailable("custom-process", `the command printed more than ${failure.limit / 1024 / 1024} MiB`);
    case "process-not-json":
      return unavailable("custom-process", "the command printed something that is not a JSON object");
    case "process-version":
      return unavailable(
        "custom-process",
        `Unsupported version '${failure.version}' for credential process provider, supported versions: 1`,
      );
    case "process-key-missing":
      return unavailable("custom-process", `Missing required key in response: '${failure.key}'`);
    case "process-key-no-text":
      return unavailable("custom-process", `${failure.key} in the response is no text`);
    case "sso-incomplete":
      return `The profile "${failure.profile}" is configured to use SSO but is missing required configuration: ${failure.missing.join(", ")}`;
    case "sso-session-missing":
      return `The specified sso-session does not exist: "${failure.session}"`;
    case "sso-session-inconsistent":
      return `The value for ${failure.setting} is inconsistent between profile (${failure.own}) and sso-session (${failure.session}).`;
    case "sso-token-missing":
      return `Error loading SSO Token: Token for ${failure.name} does not exist`;
    case "sso-token-invalid":
      return `Error loading SSO Token: Token for ${failure.startUrl} is invalid`;
    case "sso-token-expired":
      return "Error when retrieving token from sso: Token has expired and refresh failed";
    case "sso-session-expired":
      return "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO session run aws sso login with the corresponding profile.";
    case "login-missing":
      return `Error loading login session token: Unable to load a existing login session for session ${failure.session}. Please reauthenticate with 'aws login'.`;
    case "login-incomplete":
      return `Error loading login session token: Failed to load access token from token cache, missing required fields: ${failure.missing.join(", ")}.`;
    case "login-key-invalid":
      return "Error loading login session token: Unable to load private key from cached token.";
    case "login-answer-empty":
      return "Error loading login session token: Unable to refresh access token due to an invalid service response. Please try running 'aws login' again. If the issue persists, there may be a temporary signin service problem.";
    case "login-expired":
      return "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.";
    case "login-forbidden":
      return "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.";
    case "login-failed":
      return "An unspecified error happened when resolving AWS credentials or refreshing a login session profile.";
    case "container-host-refused":
      return `Unsupported host '${failure.host}'.  Can only retrieve metadata from a loopback address or one of these hosts: 169.254.170.2, 169.254.170.23, fd00:ec2::23, localhost`;
    case "container-token-invalid":
      return `Auth token value is not a legal header value: ${failure.problem} (${failure.name})`;
    case "metadata-v1-disabled":
      return "Error retrieving metadata: Unable to retrieve token for use in IMDSv2 call and IMDSv1 has been disabled";
    case "metadata-mode-invalid":
      return `Invalid EC2 Instance Metadata endpoint mode: ${failure.mode} Valid endpoint modes (case-insensitive): ('ipv4', 'ipv6').`;
    case "metadata-endpoint-invalid":
      return `Invalid endpoint EC2 Instance Metadata endpoint: ${failure.endpoint}`;
    case "metadata-count-invalid":
      return `Value provided to "${failure.name}": ${failure.text} must be an integer greater than or equal to 1.`;
    default:
      return failure satisfies never;
  }
}

function unavailable(source: string, problem: string): string {
  return `Error when retrieving credentials from ${source}: ${problem}`;
}
