import { fromEnvironment } from "../credentials/environment";
import { hideSecrets } from "../credentials/sources";
import type { Operation } from "../operations/operation";
import { loadClient } from "../sdk/load";
import { resolveSettings } from "../settings/resolve";
import type { CallRequest, Credentials, Globals, Io, Params, Profile, Response } from "../types";

const noOptions: Globals = {
  debug: false,
  paginate: false,
  endpointUrl: undefined,
  verifySsl: true,
  output: undefined,
  query: undefined,
  profile: undefined,
  region: undefined,
  color: "off",
  signRequest: true,
  caBundle: undefined,
  readTimeout: undefined,
  connectTimeout: undefined,
};

const noProfile: Profile = {
  name: "default",
  source: "default",
  exists: true,
  values: {},
  config: {},
  credentials: {},
  ssoSessions: {},
  services: {},
};

/** A call that is ready to be made. */
export interface ServiceCall {
  readonly request: CallRequest;
  readonly send: (request: CallRequest) => Promise<Response>;
  readonly renew: () => Promise<Credentials>;
}

/**
 * Makes a call ready, with the function's own region and credentials and without any file's. Throws if that is not
 * possible.
 */
export async function serviceCall(operation: Operation, params: Params, io: Io): Promise<ServiceCall> {
  const globals = { ...noOptions, region: io.env["AWS_REGION"] || undefined };
  const settings = resolveSettings({ globals, profile: noProfile, service: operation.service, io });
  const { send } = await loadClient(operation.service);
  const credentials = ownCredentials(io);
  const renew = (): Promise<Credentials> => Promise.resolve(ownCredentials(io));
  return { request: { operation, params, settings, credentials, trace: io.trace }, send, renew };
}

function ownCredentials(io: Io): Credentials {
  const credentials = fromEnvironment(io);
  if (!credentials) throw new Error("there are no credentials in the function's environment");
  return hideSecrets(credentials, io.trace);
}
