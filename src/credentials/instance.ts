import { fromInstanceMetadata } from "@smithy/credential-provider-imds";
import { Failure } from "../failure/failure";
import { hideUser, withoutUser } from "../io/url-user";
import { parseInteger } from "../python/int";
import { textIn } from "../config-file/section";
import type { Credentials } from "../types";
import type { CredentialSources } from "./sources";

const addresses = { ipv4: "http://169.254.169.254", ipv6: "http://[fd00:ec2::254]" };

/**
 * Asks the instance metadata service for the credentials of the instance's role: with a session token, or without one
 * if the service issues none. Undefined if it does not answer or has no role, as in botocore.
 */
export async function askInstance(sources: CredentialSources): Promise<Credentials | undefined> {
  const log = (...parts: unknown[]): void => {
    sources.io.trace.log(parts.map(String).join(" "));
  };
  const endpoint = endpointOf(sources);
  const v1Disabled = setting("ec2_metadata_v1_disabled", sources)?.toLowerCase() === "true";
  const provider = fromInstanceMetadata({
    timeout: 1000 * countOf("metadata_service_timeout", sources),
    maxRetries: countOf("metadata_service_num_attempts", sources) - 1,
    logger: { debug: log, info: log, warn: log, error: log },
  });
  hideUser(endpoint, sources.io.trace);
  log("asking", withoutUser(endpoint), "for credentials");
  const variables = { AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoint, AWS_EC2_METADATA_V1_DISABLED: String(v1Disabled) };
  try {
    return await withVariables(variables, provider);
  } catch (error) {
    log((error as Error).name === "SyntaxError" ? "its answer is no JSON" : error);
    if ((error as Error).name === "InstanceMetadataV1FallbackError")
      throw new Failure({ kind: "metadata-v1-disabled" });
    sources.tell?.(`The instance metadata service at ${withoutUser(endpoint)} ${reasonOf(error as Error)}.`);
    return undefined;
  }
}

/** The reason why there are no credentials, in words that follow the service's name. */
function reasonOf({ message, statusCode }: Error & { readonly statusCode?: number }): string {
  if (statusCode === 401) return "gave no session token: to a container it gives one with a hop limit of 2 or more";
  if (statusCode !== undefined) return `has no credentials (status ${statusCode})`;
  return /^(?:Unable to connect|TimeoutError)/.test(message) ? "did not answer" : "has no credentials";
}

/** A setting from the environment, or else from the profile. Both use the same name. */
function setting(name: string, { io, profile }: CredentialSources): string | undefined {
  return io.env[`AWS_${name.toUpperCase()}`] ?? textIn(profile.values, name);
}

function endpointOf(sources: CredentialSources): string {
  const useIpv6 = setting("imds_use_ipv6", sources)?.toLowerCase() === "true";
  const mode = setting("ec2_metadata_service_endpoint_mode", sources) ?? (useIpv6 ? "ipv6" : "ipv4");
  const known = mode.toLowerCase();
  if (known !== "ipv4" && known !== "ipv6") throw new Failure({ kind: "metadata-mode-invalid", mode });
  const endpoint = setting("ec2_metadata_service_endpoint", sources) || addresses[known];
  if (!URL.canParse(endpoint)) {
    throw new Failure({ kind: "metadata-endpoint-invalid", endpoint: withoutUser(endpoint) });
  }
  return endpoint;
}

/** A number of seconds or of attempts: 1 unless set. */
function countOf(name: string, sources: CredentialSources): number {
  const text = setting(name, sources) ?? "1";
  const count = parseInteger(text) ?? 0;
  if (count < 1) throw new Failure({ kind: "metadata-count-invalid", name, text });
  return count;
}

/**
 * Runs a function with these settings in the process's environment: the SDK's provider takes them only from there, or
 * from files that it parses in its own way.
 */
async function withVariables<Result>(
  variables: Readonly<Record<string, string>>,
  run: () => Promise<Result>,
): Promise<Result> {
  const before = Object.keys(variables).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, variables);
  try {
    return await run();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  }
}
