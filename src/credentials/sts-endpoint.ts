import { Failure } from "../failure/failure";
import { textIn } from "../config-file/section";
import type { CredentialSources } from "./sources";

/**
 * Whether STS is called at its one global endpoint, in the regions that once had no other. A configured endpoint and
 * the FIPS and dual-stack variants always belong to the region.
 */
export function usesGlobalSts({ profile, settings, io }: CredentialSources): boolean {
  const { endpointUrl, useFips, useDualstack } = settings.endpointOf("sts");
  if (endpointUrl !== undefined || useFips || useDualstack) return false;
  const option = io.env["AWS_STS_REGIONAL_ENDPOINTS"] ?? textIn(profile.values, "sts_regional_endpoints");
  if (option && option !== "regional" && option !== "legacy")
    throw new Failure({ kind: "sts-endpoints-invalid", option });
  return option === "legacy";
}
