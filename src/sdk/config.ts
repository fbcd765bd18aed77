import { NoAuthSigner } from "@smithy/core";
import { version } from "../../package.json";
import { createRequestHandler } from "../transport/handler";
import { retryStrategy } from "../transport/retry";
import type { CallRequest } from "../types";
import { protocolLikeAwsCli } from "./protocol";
import type { Wire } from "./wire";

/** The most that is read from a service's answer, in bytes. */
const answerLimit = 64 * 1024 * 1024;

/** All that an SDK client needs, so that it looks for nothing by itself: no files, no environment, no providers. */
export function clientConfig(request: CallRequest, wire: Wire): Record<string, unknown> {
  const { operation, params, settings, credentials, trace, kept } = request;
  const { endpointUrl } = settings;
  return {
    ...placeOf(request),
    ...(credentials ? { credentials } : unsigned),
    requestHandler: createRequestHandler({ ...settings.transport, answerLimit }, trace, kept),
    retryStrategy: retryStrategy(request),
    maxAttempts: settings.retries.maxAttempts,
    disableClockSkewCorrection: false,
    protocol: protocolLikeAwsCli({ operation, params, wire, mask: (text) => trace.mask(text) }, endpointUrl),
    defaultUserAgentProvider: () =>
      Promise.resolve([["aws-lifecycle-hooks", version], ...settings.userAgent.map((part) => [part])]),
  };
}

/**
 * The part of the configuration that says where to call. A region named for FIPS stands for a region and its FIPS
 * endpoints; a configured endpoint wins over every other.
 */
function placeOf({ settings }: CallRequest): Record<string, unknown> {
  const { endpointUrl } = settings;
  const region = settings.region.replace(/^fips-|-fips$/, "");
  if (endpointUrl !== undefined) return { region, endpoint: endpointUrl };
  const useFipsEndpoint = settings.useFips || region !== settings.region;
  return { region, useFipsEndpoint, useDualstackEndpoint: settings.useDualstack };
}

const noAuth = "smithy.api#noAuth";

const unsigned = {
  httpAuthSchemeProvider: () => [{ schemeId: noAuth }],
  httpAuthSchemes: [
    { schemeId: noAuth, identityProvider: () => () => Promise.resolve({}), signer: new NoAuthSigner() },
  ],
};
