/** A variable that the tool reads, with the others of its kind. */
export interface Variables {
  readonly names: readonly string[];
  readonly about: string;
}

/** The environment as the tool reads it, in the order of importance to somebody who looks something up. */
export const environment: readonly Variables[] = [
  {
    names: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
    about:
      "The keys to sign with, and the token that goes with temporary ones (AWS_SECURITY_TOKEN is its old name; AWS_CREDENTIAL_EXPIRATION says when they end). They win over AWS_PROFILE.",
  },
  { names: ["AWS_DEFAULT_PROFILE", "AWS_PROFILE"], about: "The profile, where --profile is not given." },
  {
    names: ["AWS_DEFAULT_REGION", "AWS_REGION"],
    about: "The region. AWS_REGION is looked at last, after the profile.",
  },
  { names: ["AWS_DEFAULT_OUTPUT"], about: "How answers are printed: json, text or table." },
  { names: ["AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"], about: "Where the two files are, if not in ~/.aws." },
  {
    names: ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_ECS"],
    about: "Where to send requests instead of to AWS, for all services or for ECS alone.",
  },
  {
    names: ["AWS_ENDPOINT_URL_AUTO_SCALING", "AWS_ENDPOINT_URL_CODEDEPLOY"],
    about: "The same for Auto Scaling and for CodeDeploy alone.",
  },
  {
    names: ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
    about: "true: only --endpoint-url changes where requests are sent.",
  },
  {
    names: ["AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT"],
    about: "true: the service's FIPS endpoint, or the one that has IPv6 too.",
  },
  {
    names: ["AWS_RETRY_MODE", "AWS_MAX_ATTEMPTS"],
    about:
      "legacy (the default, unless AWS_DEFAULTS_MODE is set to something else), standard or adaptive; and how often to try, 5 times in legacy and 3 in the others.",
  },
  {
    names: ["AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT"],
    about: "Seconds after which one attempt ends whatever still trickles in. 300 by default.",
  },
  {
    names: ["AWS_LIFECYCLE_HOOKS_CLOCK_SPEED"],
    about:
      "How fast the service's time goes for a command after --, for trials against a service whose time is as fast: 60 makes a minute of looks, heartbeats and limits a second. 1 by default.",
  },
  {
    names: ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"],
    about: "The proxies to go through, and the hosts to reach without one. Lower-case names do as well.",
  },
  {
    names: ["AWS_CA_BUNDLE", "REQUESTS_CA_BUNDLE"],
    about: "A PEM file of certificate authorities to trust instead of the default ones.",
  },
  {
    names: ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_SESSION_NAME"],
    about: "The role to assume with a web identity token, such as a pipeline's.",
  },
  { names: ["AWS_STS_REGIONAL_ENDPOINTS"], about: "legacy: assumes roles at the one global endpoint where it can." },
  {
    names: ["AWS_CREDENTIAL_FILE", "BOTO_CONFIG"],
    about: "Files of earlier tools to take keys from where there are none elsewhere.",
  },
  {
    names: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"],
    about: "Where a container gets its credentials. Set by ECS and EKS.",
  },
  {
    names: ["AWS_CONTAINER_AUTHORIZATION_TOKEN", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"],
    about: "What a container shows to get them.",
  },
  {
    names: ["AWS_EC2_METADATA_DISABLED"],
    about: "true: does not ask the instance for credentials, its id or its turn.",
  },
  {
    names: ["AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"],
    about: "Where the instance is asked, or by which kind of address: ipv4, the default, or ipv6.",
  },
  {
    names: ["AWS_METADATA_SERVICE_TIMEOUT", "AWS_METADATA_SERVICE_NUM_ATTEMPTS"],
    about: "For how many seconds the instance is asked, and how often. 1 and 1 by default.",
  },
  { names: ["AWS_LOGIN_CACHE_DIRECTORY"], about: "Where aws login keeps its sessions, if not in ~/.aws/login/cache." },
  { names: ["AWS_EXECUTION_ENV", "AWS_SDK_UA_APP_ID"], about: "Told to the service in the user agent." },
  { names: ["PAGER", "AWS_PAGER"], about: "What shows the help on a terminal, less -R by default; empty for nothing." },
  { names: ["NO_COLOR"], about: "Set to anything: no colours unless --color on asks for them." },
  {
    names: ["AWS_LIFECYCLE_HOOKS_CACHE"],
    about:
      "off: keeps no compiled code. It is kept in XDG_CACHE_HOME or ~/.cache, on macOS in ~/Library/Caches, on Windows in LOCALAPPDATA.",
  },
];

/** The files that the tool reads and writes. */
export const files: readonly { readonly path: string; readonly about: string }[] = [
  { path: "~/.aws/config, ~/.aws/credentials", about: "Profiles, as aws-cli and the SDKs have them." },
  { path: "~/.aws/cli/cache", about: "Credentials of assumed roles until they expire, shared with aws-cli." },
  { path: "~/.aws/sso/cache", about: "What aws sso login left, and renewed tokens." },
];
