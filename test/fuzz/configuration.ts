import fc from "fast-check";
import { calm, deployCall, type FuzzAnswer, type FuzzCase } from "./case";
import { anyText, mutated } from "./mutate";

const { AWS_ENDPOINT_URL: url = "", AWS_DEFAULT_REGION: region = "" } = calm;
const keyless = { AWS_ENDPOINT_URL: url, AWS_DEFAULT_REGION: region };

const settings = [
  ...[
    "region",
    "output",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
    "role_arn",
    "source_profile",
  ],
  ...["credential_source", "external_id", "duration_seconds", "role_session_name", "web_identity_token_file"],
  ...["sso_start_url", "sso_region", "sso_account_id", "sso_role_name", "sso_session", "ca_bundle", "retry_mode"],
  ...["parameter_validation", "cli_follow_urlparam", "endpoint_url", "services", "use_fips_endpoint", "max_attempts"],
  ...[
    "use_dualstack_endpoint",
    "ignore_configured_endpoint_urls",
    "sdk_ua_app_id",
    "credential_process",
    "s3",
    "mfa_serial",
  ],
];
const values = fc.oneof(
  fc.constantFrom("default", "a", "b", "true", "false", "us-east-1", "Environment", "EcsContainer", "file", "{{URL}}"),
  fc.constantFrom(
    "arn:aws:iam::123456789012:role/r",
    "standard",
    "adaptive",
    "json",
    "3600",
    "\n  k = v",
    "\n  a =\n    b = c",
  ),
  anyText,
);
const line = fc
  .tuple(fc.constantFrom(...settings), fc.constantFrom(" = ", "=", ":", " "), values)
  .map((parts) => parts.join(""));
const title = fc.oneof(
  fc.constantFrom(
    "default",
    "profile a",
    "profile b",
    "a",
    "b",
    'profile "a"',
    "services a",
    "sso-session a",
    "profile default",
  ),
  anyText,
);
const section = fc
  .tuple(title, fc.array(line, { maxLength: 5 }))
  .map(([name, lines]) => `[${name}]\n${lines.join("\n")}\n`);
const files = fc.oneof(
  fc.array(section, { maxLength: 4 }).map((sections) => sections.join("")),
  fc.array(line).map((lines) => lines.join("\n")),
);

/** A program that a profile names is run: only these that do nothing may be. */
const harmless = ["/bin/true", "/bin/false", "echo {}", "cat {{CWD}}/creds.json"];

/** The text with every `credential_process` replaced by one that does nothing. */
function withoutPrograms(text: string): string {
  return text.replace(
    /credential_process(.*)/gi,
    (_, rest: string) => `credential_process = ${harmless[rest.length % 4] ?? ""}`,
  );
}

const roots = ["credentials", "config"] as const;

function sampleOf(runs: readonly FuzzCase[]): FuzzCase[] {
  return runs.filter((run) => roots.some((name) => `~/.aws/${name}` in run.files));
}

/** Configuration and credentials files, and what the sources of credentials answer. */
export function configurationKinds(runs: readonly FuzzCase[]): Record<string, fc.Arbitrary<FuzzCase>> {
  const samples = sampleOf(runs);
  const texts = samples.flatMap((run) => Object.values(run.files).filter((file) => typeof file === "string"));
  const content = fc.oneof(files, mutated(texts), anyText).map(withoutPrograms);
  const environment = fc.dictionary(
    fc.constantFrom("AWS_PROFILE", "AWS_RETRY_MODE", "AWS_CA_BUNDLE", "AWS_REGION"),
    values,
  );
  const configurations = fc
    .tuple(content, content, environment, fc.constantFrom([], ["--profile", "a"], ["--profile", "b"]))
    .map(([config, credentials, env, more]) => ({
      argv: [...deployCall, ...more],
      env: { ...keyless, ...env },
      files: { "~/.aws/config": config, "~/.aws/credentials": credentials, "creds.json": "{}" },
      answers: [],
    }));
  const sources = runs.filter(({ answers }) => answers.some(({ on }) => on !== undefined));
  const bodies = sources.flatMap(({ answers }) => answers.map(({ body }) => body)).concat(sourceBodies);
  const sourceAnswers = fc
    .tuple(fc.constantFrom(...samples), mutated(bodies), fc.constantFrom(200, 200, 200, 400, 403, 500))
    .map(([run, body, status]) => ({
      ...run,
      files: Object.fromEntries(
        Object.entries(run.files).map(([name, file]) => [
          name,
          typeof file === "string" ? withoutPrograms(file) : file,
        ]),
      ),
      answers: ["AssumeRole", "/federation", "/ecs", "/latest"].map((on): FuzzAnswer => ({
        on,
        status,
        headers: {},
        body,
      })),
    }));
  return { "configuration files": configurations, "answers with credentials": sourceAnswers };
}

const expiration = "2099-01-01T00:00:00Z";

const sourceBodies = [
  JSON.stringify({ AccessKeyId: "A", SecretAccessKey: "S", Token: "T", Expiration: expiration }),
  JSON.stringify({
    roleCredentials: { accessKeyId: "A", secretAccessKey: "S", sessionToken: "T", expiration: 4_070_908_800_000 },
  }),
  "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>A</AccessKeyId><SecretAccessKey>S</SecretAccessKey>" +
    `<SessionToken>T</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
];
