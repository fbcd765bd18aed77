import { Failure } from "../failure/failure";
import { textIn } from "../config-file/section";
import { withoutUser } from "../io/url-user";
import type { Section } from "../types";
import { isOn, lookUp, type Sources } from "./lookup";

/**
 * The endpoint that is configured for a service, in botocore's order (`ConfiguredEndpointProvider`): its own variable,
 * the variable for all services, its part of the profile's `services` section, the profile's own. An empty one counts
 * as none.
 */
export function configuredEndpoint(configKey: string, sources: Sources): string | undefined {
  const { io, profile } = sources;
  if (isOn(lookUp(sources, "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls"))) return undefined;
  return (
    io.env[`AWS_ENDPOINT_URL_${configKey.toUpperCase()}`] ||
    io.env["AWS_ENDPOINT_URL"] ||
    textIn(serviceSection(configKey, sources), "endpoint_url") ||
    textIn(profile.values, "endpoint_url") ||
    undefined
  );
}

function serviceSection(configKey: string, { profile }: Sources): Section {
  const name = textIn(profile.values, "services");
  if (name === undefined) return {};
  const services = profile.services[name];
  if (!services || Object.keys(services).length === 0) {
    throw new Failure({ kind: "services-missing", section: name });
  }
  const section = services[configKey] ?? {};
  if (typeof section === "string") throw new Failure({ kind: "services-flat", section: name, service: configKey });
  return section;
}

const hostName = /^(?:(?!-)[A-Za-z\d-]{1,63}(?<!-)\.)*(?!-)[A-Za-z\d-]{1,63}(?<!-)\.?$/;

/** Refuses an endpoint whose host could not be one (botocore's `is_valid_endpoint_url` and its sibling for IPv6). */
export function checkEndpoint(url: string): void {
  const authority = /^[A-Za-z][A-Za-z\d+.-]*:\/\/([^/?#]*)/.exec(url)?.[1] ?? "";
  const host = authority.slice(authority.lastIndexOf("@") + 1).replace(/:\d*$/, "");
  const valid = (host.length <= 255 && hostName.test(host)) || /^\[[\dA-Fa-f:.]+(?:%\w+)?\]$/.test(host);
  if (!valid || /[\t\r\n]/.test(url) || !URL.canParse(url)) {
    throw new Failure({ kind: "endpoint-invalid", url: withoutUser(url) });
  }
}
