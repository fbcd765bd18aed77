import type { Service } from "../operations/operation";
import { configKey } from "../operations/service-names";
import { Failure } from "../failure/failure";
import { hideUser, withoutUser } from "../io/url-user";
import { textIn } from "../config-file/section";
import type { EndpointSettings, Globals, Profile, Settings } from "../types";
import { checkEndpoint, configuredEndpoint } from "./endpoint";
import { isOn, lookUp, type Sources } from "./lookup";
import { normalizeRegion, regionName } from "./region";
import { defaultRetryMode, resolveRetries } from "./retries";
import { resolveTransport } from "./transport";

/** The input of `resolveSettings`. */
export interface SettingsSources extends Sources {
  readonly globals: Globals;
  readonly service: Service;
}

/** Whether values starting `http://` or `https://` are fetched: only if `cli_follow_urlparam` is missing or exactly `true`. */
export function followsUrls(profile: Profile): boolean {
  return (profile.values["cli_follow_urlparam"] ?? "true") === "true";
}

/**
 * Decides all that a call depends on: options over environment over profile. Throws a Failure for the first thing that
 * is wrong, in botocore's order.
 */
export function resolveSettings({ globals, service, profile, io }: SettingsSources): Settings {
  const sources = { profile, io };
  const given = regionName(globals.region, sources);
  const defaultMode = defaultRetryMode(sources);
  const configured = globals.endpointUrl ?? configuredEndpoint(configKey(service), sources);
  if (given === undefined) throw new Failure({ kind: "region-missing" });
  const region = normalizeRegion(given);
  const retries = resolveRetries(defaultMode, sources);
  const useFips = region.fips || isOn(lookUp(sources, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"));
  const useDualstack = isOn(lookUp(sources, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"));
  const at = (endpointUrl: string | undefined): EndpointSettings => {
    hideUser(endpointUrl, io.trace);
    if (endpointUrl !== undefined) checkEndpoint(endpointUrl);
    return endpointUrl === undefined
      ? { endpointUrl, useFips, useDualstack }
      : { endpointUrl, useFips: false, useDualstack: false };
  };
  const validate = textIn(profile.values, "parameter_validation");
  io.trace.log(() => {
    const shown = configured === undefined ? "of the service" : withoutUser(configured);
    return `endpoint ${shown}, fips ${useFips}, dual-stack ${useDualstack}`;
  });
  return {
    ...at(configured),
    region: region.name,
    endpointOf: (configKey) => at(configuredEndpoint(configKey, sources)),
    sign: globals.signRequest,
    validateParameters: validate === undefined || isOn(validate),
    transport: resolveTransport(globals, sources),
    retries,
    userAgent: userAgent(sources),
  };
}

/** The parts that the environment and the profile add to the user agent, each in a form that a header can carry. */
function userAgent(sources: Sources): string[] {
  const parts = [
    ["exec-env", sources.io.env["AWS_EXECUTION_ENV"]],
    ["app", lookUp(sources, "AWS_SDK_UA_APP_ID", "sdk_ua_app_id")],
  ];
  return parts.flatMap(([name, value]) => (value ? `${name}/${value.replace(/[^\w!#$%&'*+.^`|~-]/g, "-")}` : []));
}
