import { isFailure } from "../failure/failure";

/** The codes with which services refuse credentials that were good before: JSON services and Query services. */
export const expiredCodes: readonly string[] = ["ExpiredTokenException", "ExpiredToken"];

/** Whether an error is a refusal of credentials that were good before. */
export function isRefusedAsExpired(error: unknown): boolean {
  return isFailure(error) && error.data.kind === "service-error" && expiredCodes.includes(error.data.code);
}
