import { fromHttp } from "@aws-sdk/credential-provider-http";
import { Failure } from "../failure/failure";
import { hideUser, withoutUser } from "../io/url-user";
import type { Credentials, Io } from "../types";
import type { CredentialSources } from "./sources";
import { flawOf, isNoHeader } from "../io/unsendable";
import { readTokenFile } from "./token-file";

/**
 * The attempts after the first one; each attempt, and each pause, takes this time in milliseconds (botocore's
 * `ContainerMetadataFetcher`).
 */
const retries = 2;
const timeout = 2000;

/** Asks a container's agent for credentials. Only https, loopback and the agents' own addresses are asked. */
export async function askContainer(uri: string, { io }: CredentialSources): Promise<Credentials> {
  const token = await authorization(io);
  const log = (...parts: unknown[]): void => {
    io.trace.log(parts.map(String).join(" "));
  };
  hideUser(uri, io.trace);
  log("asking", withoutUser(uri), "for credentials");
  try {
    return await fromHttp({
      awsContainerCredentialsFullUri: uri,
      ...variablesUnread,
      ...(token !== undefined && { awsContainerAuthorizationToken: token }),
      maxRetries: retries,
      timeout,
      logger: { debug: log, info: log, warn: log, error: log },
    })();
  } catch (error) {
    const { message, name } = error as Error;
    if (message.startsWith("URL not accepted"))
      throw new Failure({ kind: "container-host-refused", host: hostOf(uri) });
    throw new Failure(
      { kind: "credentials-unavailable", source: "container-role", problem: inWords(name, message) },
      { cause: error },
    );
  }
}

/**
 * The variables that the SDK's provider must not read itself: it would take them from the process's environment, and a
 * token file without any check.
 */
const variablesUnread = { awsContainerCredentialsRelativeUri: "", awsContainerAuthorizationTokenFile: "" };

/**
 * The reason of a failure, in words. JavaScript's own errors are not shown, because they contain parts of the answer,
 * which is a secret.
 */
function inWords(name: string, message: string): string {
  if (name === "SyntaxError" || name === "TypeError") {
    return "Error retrieving metadata: Unable to parse JSON returned from container metadata services";
  }
  return message.replace(
    /^Server responded with status: (\d+)$/,
    "Error retrieving metadata: Received non 200 response $1 from container metadata",
  );
}

/** The host that was meant: if a secret in the URL was not encoded, the URL parser takes a part of it for the host. */
function hostOf(uri: string): string {
  const shown = withoutUser(uri);
  return URL.canParse(shown) ? new URL(shown).hostname : "***";
}

function flawOfToken(token = ""): string | undefined {
  if (!isNoHeader(token)) return undefined;
  return flawOf(token) ?? "there are characters in it that no header can carry";
}

/** Returns the token to show to the agent: from a file, or else from the environment. */
async function authorization({ env, trace }: Io): Promise<string | undefined> {
  const fromFile = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
  const path = env[fromFile];
  const token = path === undefined ? env["AWS_CONTAINER_AUTHORIZATION_TOKEN"] : await readTokenFile(path);
  trace.hide(token);
  const problem = flawOfToken(token);
  if (problem !== undefined) {
    const name = path === undefined ? "AWS_CONTAINER_AUTHORIZATION_TOKEN" : `${fromFile}, ${path}`;
    throw new Failure({ kind: "container-token-invalid", name, problem });
  }
  return token;
}
