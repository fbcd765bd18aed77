import { checkRegionName } from "../sdk/region-name";
import { textIn } from "../config-file/section";
import type { Sources } from "./lookup";

/** A region name, read: the region itself, and whether a pseudo region asked for its FIPS endpoints. */
export interface Region {
  readonly name: string;
  readonly fips: boolean;
}

/**
 * The places where a region's name is looked for; the first that is not empty wins. `AWS_REGION` is ours: aws-cli v1
 * does not read it.
 */
function candidates(flag: string | undefined, { io, profile }: Sources): [string, string | undefined][] {
  return [
    ["--region", flag],
    ["AWS_DEFAULT_REGION", io.env["AWS_DEFAULT_REGION"]],
    ["profile", textIn(profile.values, "region")],
    ["AWS_REGION", io.env["AWS_REGION"]],
  ];
}

/** The region's name as it was given, or undefined. Throws a Failure for a name that is not a region's. */
export function regionName(flag: string | undefined, sources: Sources): string | undefined {
  const [source, name] = candidates(flag, sources).find(([, value]) => value) ?? [];
  if (name === undefined) return undefined;
  checkRegionName(name);
  sources.io.trace.log(`region ${name} (${source})`);
  return name;
}

/** `fips-us-east-1` and `us-east-1-fips` are us-east-1 with FIPS endpoints (botocore's `_normalize_fips_region`). */
export function normalizeRegion(name: string): Region {
  const normalized = name.replaceAll("fips-", "").replaceAll("-fips", "");
  return { name: normalized, fips: normalized !== name };
}
