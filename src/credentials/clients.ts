import { state } from "@aws-sdk/core/client";
import {
  CreateOAuth2TokenCommand,
  SigninClient,
  type CreateOAuth2TokenRequestBody,
  type CreateOAuth2TokenResponseBody,
} from "@aws-sdk/nested-clients/signin";
import {
  GetRoleCredentialsCommand,
  SSOClient,
  type GetRoleCredentialsRequest,
  type RoleCredentials,
} from "@aws-sdk/nested-clients/sso";
import {
  CreateTokenCommand,
  SSOOIDCClient,
  type CreateTokenRequest,
  type CreateTokenResponse,
} from "@aws-sdk/nested-clients/sso-oidc";
import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  STSClient,
  type AssumeRoleRequest,
  type AssumeRoleResponse,
  type AssumeRoleWithWebIdentityRequest,
} from "@aws-sdk/nested-clients/sts";
import type { HttpRequest } from "@smithy/types";
import { Failure, isFailure } from "../failure";
import { createRequestHandler } from "../transport/handler";
import type { Credentials } from "../types";
import type { AssumedRole } from "./cache";
import type { CredentialSources } from "./sources";
import { usesGlobalSts } from "./sts-endpoint";
import { inSeconds } from "./time";

/** What a call is made with: without credentials it is not signed. */
export interface Caller extends CredentialSources {
  readonly credentials?: Credentials;
}

/** Calls STS with the credentials that may assume the role. */
export async function assumeRole(input: AssumeRoleRequest, caller: Caller): Promise<AssumedRole> {
  const answer = called("AssumeRole", stsClient(caller).send(new AssumeRoleCommand(input)));
  return assumedRole("assume-role", await answer);
}

/** Calls STS with nothing but the token in the input. */
export async function assumeRoleWithWebIdentity(
  input: AssumeRoleWithWebIdentityRequest,
  caller: Caller,
): Promise<AssumedRole> {
  const command = new AssumeRoleWithWebIdentityCommand(input);
  const answer = called("AssumeRoleWithWebIdentity", stsClient(caller).send(command));
  return assumedRole("assume-role-with-web-identity", await answer);
}

/** Asks the SSO portal of a region for a role's credentials. Undefined if the answer holds none. */
export async function getRoleCredentials(
  input: GetRoleCredentialsRequest,
  region: string,
  caller: Caller,
): Promise<RoleCredentials | undefined> {
  const client = new SSOClient(configFor("sso", caller, region));
  return (await called("GetRoleCredentials", client.send(new GetRoleCredentialsCommand(input)))).roleCredentials;
}

/** Asks the SSO service of a region for a new token. */
export function createToken(input: CreateTokenRequest, region: string, caller: Caller): Promise<CreateTokenResponse> {
  return called(
    "CreateToken",
    new SSOOIDCClient(configFor("sso_oidc", caller, region)).send(new CreateTokenCommand(input)),
  );
}

/** Asks the sign-in service for new credentials of a login session; `prove` makes the DPoP header for a URL. */
export async function createOAuth2Token(
  tokenInput: CreateOAuth2TokenRequestBody,
  prove: (url: string) => string,
  caller: Caller,
): Promise<CreateOAuth2TokenResponseBody | undefined> {
  const client = new SigninClient(configFor("signin", caller));
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as HttpRequest;
      const port = request.port === undefined ? "" : `:${request.port}`;
      request.headers["DPoP"] = prove(`${request.protocol}//${request.hostname}${port}${request.path}`);
      return next(args);
    },
    { step: "finalizeRequest", name: "proofOfPossession" },
  );
  return (await called("CreateOAuth2Token", client.send(new CreateOAuth2TokenCommand({ tokenInput })))).tokenOutput;
}

function stsClient(caller: Caller): STSClient {
  return new STSClient({ ...configFor("sts", caller), useGlobalEndpoint: usesGlobalSts(caller) });
}

/** All that the SDK would otherwise look for in the environment and read the configuration files for. */
function configFor(service: string, { settings, io, credentials }: Caller, region = settings.region) {
  state.warningEmitted = true;
  const { endpointUrl, useFips, useDualstack } = settings.endpointOf(service);
  return {
    region,
    ...(endpointUrl !== undefined && { endpoint: endpointUrl }),
    ignoreConfiguredEndpointUrls: true,
    useFipsEndpoint: useFips,
    useDualstackEndpoint: useDualstack,
    requestHandler: createRequestHandler(settings.transport, io.trace),
    retryMode: "standard",
    maxAttempts: settings.retries.maxAttempts,
    userAgentAppId: "",
    authSchemePreference: [],
    sigv4aSigningRegionSet: [],
    ...(credentials && { credentials }),
  };
}

/** Turns an error of the SDK into the service's own. */
async function called<Answer>(operation: string, sent: Promise<Answer>): Promise<Answer> {
  try {
    return await sent;
  } catch (error) {
    if (isFailure(error)) throw error;
    const { Code, name, message, $metadata } = error as SdkError;
    const status = $metadata?.httpStatusCode ?? 0;
    const said = { code: Code ?? name, message, operation, status, isTransient: status >= 500 };
    throw new Failure({ kind: "service-error", ...said, permissions: [], retries: undefined }, { cause: error });
  }
}

interface SdkError extends Error {
  readonly Code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function assumedRole(source: string, { Credentials: found, AssumedRoleUser: user }: AssumeRoleResponse): AssumedRole {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = found ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration) {
    throw new Failure({ kind: "credentials-answer-empty", source });
  }
  const account = user?.Arn?.split(":")[4];
  return {
    Credentials: {
      AccessKeyId,
      SecretAccessKey,
      SessionToken,
      Expiration: inSeconds(Expiration),
      ...(account && { AccountId: account }),
    },
    ...(user && { AssumedRoleUser: user }),
  };
}
