import { Failure } from "../failure/failure";

/**
 * Throws a Failure for a region's name that could reach beyond its label of a host name (botocore's
 * `validate_region_name`).
 */
export function checkRegionName(region: string): void {
  if (!/^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region)) throw new Failure({ kind: "region-invalid", region });
}
