import { existsSync } from "node:fs";
import { expandPath } from "../python/expand-path";
import type { Credentials } from "../types";
import type { CredentialSources } from "./sources";

/** Credentials from the files of EC2's first tools and of boto, if such files exist. */
export async function fromEarlierTools({ io }: CredentialSources): Promise<Credentials | undefined> {
  const { env } = io;
  const ec2 = env["AWS_CREDENTIAL_FILE"];
  const boto = env["BOTO_CONFIG"] === undefined ? ["/etc/boto.cfg", "~/.boto"] : [env["BOTO_CONFIG"]];
  const paths = boto.map((path) => expandPath(path, env)).filter((path) => existsSync(path));
  if (ec2 === undefined && paths.length === 0) return undefined;
  const { fromEc2File, fromBotoFile } = await import("./legacy-files");
  return (ec2 === undefined ? undefined : await fromEc2File(expandPath(ec2, env))) ?? fromBotoFile(paths);
}

/** Credentials from a container's agent, if the environment names one: ECS and EKS Pod Identity. */
export async function fromContainer(sources: CredentialSources): Promise<Credentials | undefined> {
  const { env } = sources.io;
  const relative = env["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"];
  const uri = relative === undefined ? env["AWS_CONTAINER_CREDENTIALS_FULL_URI"] : `http://169.254.170.2${relative}`;
  return uri === undefined ? undefined : (await import("./container")).askContainer(uri, sources);
}

/** Credentials from the instance metadata service, unless it is turned off. */
export async function fromInstance(sources: CredentialSources): Promise<Credentials | undefined> {
  if (sources.io.env["AWS_EC2_METADATA_DISABLED"]?.toLowerCase() === "true") return undefined;
  return (await import("./instance")).askInstance(sources);
}
