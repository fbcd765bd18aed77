import type { Credentials } from "../types";
import type { CredentialSources } from "./sources";

/** What a container's agent gives, where the environment names one: ECS and EKS Pod Identity. */
export async function fromContainer(sources: CredentialSources): Promise<Credentials | undefined> {
  const { env } = sources.io;
  const relative = env["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
  const uri = relative === undefined ? env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] : `http://169.254.170.2${relative}`;
  return uri === undefined ? undefined : (await import("./container")).askContainer(uri, sources);
}

/** What the instance metadata service gives, unless it is turned off. */
export async function fromInstance(sources: CredentialSources): Promise<Credentials | undefined> {
  if (sources.io.env["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true") return undefined;
  return (await import("./instance")).askInstance(sources);
}
