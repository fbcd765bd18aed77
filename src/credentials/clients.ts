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
import { Failure } from "../failure/failure";
import type { Credentials } from "../types";
import type { AssumedRole } from "./cache";
import { called, configFor } from "../sdk/service-call";
import type { CredentialSources } from "./sources";
import { usesGlobalSts } from "./sts-endpoint";
import { inSeconds } from "./time";

/** The settings and credentials of a call. A call without credentials is not signed. */
interface Caller extends CredentialSources {
  readonly credentials?: Credentials;
}

/** Calls STS with the credentials that may assume the role. */
export async function assumeRole(input: AssumeRoleRequest, caller: Caller): Promise<AssumedRole> {
  const answer = called("AssumeRole", stsClient(caller).send(new AssumeRoleCommand(input)), caller);
  return assumedRole("assume-role", await answer);
}

/** Calls STS with nothing but the token in the input. */
export async function assumeRoleWithWebIdentity(
  input: AssumeRoleWithWebIdentityRequest,
  caller: Caller,
): Promise<AssumedRole> {
  const command = new AssumeRoleWithWebIdentityCommand(input);
  const answer = called("AssumeRoleWithWebIdentity", stsClient(caller).send(command), caller);
  return assumedRole("assume-role-with-web-identity", await answer);
}

/** Asks the SSO portal of a region for a role's credentials. Undefined if the answer holds none. */
export async function getRoleCredentials(
  input: GetRoleCredentialsRequest,
  region: string,
  caller: Caller,
): Promise<RoleCredentials | undefined> {
  const client = new SSOClient(configFor("sso", caller, region));
  const answer = called("GetRoleCredentials", client.send(new GetRoleCredentialsCommand(input)), caller);
  return (await answer).roleCredentials;
}

/** Asks the SSO service of a region for a new token. */
export function createToken(input: CreateTokenRequest, region: string, caller: Caller): Promise<CreateTokenResponse> {
  const client = new SSOOIDCClient(configFor("sso_oidc", caller, region));
  return called("CreateToken", client.send(new CreateTokenCommand(input)), caller);
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
  const answer = called("CreateOAuth2Token", client.send(new CreateOAuth2TokenCommand({ tokenInput })), caller);
  return (await answer).tokenOutput;
}

function stsClient(caller: Caller): STSClient {
  return new STSClient({ ...configFor("sts", caller), useGlobalEndpoint: usesGlobalSts(caller) });
}

function assumedRole(source: string, { Credentials: found, AssumedRoleUser: user }: AssumeRoleResponse): AssumedRole {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = found ?? {};
  const texts: unknown[] = [AccessKeyId, SecretAccessKey, SessionToken];
  const isWhole = texts.every((text) => typeof text === "string") && !Number.isNaN(Expiration?.getTime());
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || !Expiration || !isWhole) {
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
