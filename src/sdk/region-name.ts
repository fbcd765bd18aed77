import { Failure } from "../failure/failure";

/** Refuses a region's name that could leave its label of a host name (botocore's `validate_region_name`). */
export function checkRegionName(region: string): void {
  if (!/^(?![0-9]+$)(?!-)[a-zA-Z0-9-]{1,63}(?<!-)$/.test(region)) throw new Failure({ kind: "region-invalid", region });
}
