import { isFailure } from "../failure/failure";

/** The codes with which services refuse credentials that have expired: of JSON services and of Query services. */
export const expiredCodes: readonly string[] = ["ExpiredTokenException", "ExpiredToken"];

/** Whether an error is a refusal of credentials that have expired. */
export function isRefusedAsExpired(error: unknown): boolean {
  return isFailure(error) && error.data.kind === "service-error" && expiredCodes.includes(error.data.code);
}
