import { error } from "./errors";
import type { Signature } from "./signature";
import type { Protocol, ServiceError } from "./wire";

/**
 * The time before or after the service's time in which a request may have been signed, in milliseconds (IAM User Guide:
 * five minutes).
 */
const allowedSkew = 300_000;

/** The error of a signature, in the codes that the services of each protocol use; undefined if there is none. */
export function refuseSignature(
  signature: Signature | undefined,
  { protocol, service, now }: { readonly protocol: Protocol; readonly service: string; readonly now: number },
): ServiceError | undefined {
  const [missing, unknown, wrong] =
    protocol === "json"
      ? ["MissingAuthenticationTokenException", "UnrecognizedClientException", "InvalidSignatureException"]
      : ["MissingAuthenticationToken", "InvalidClientTokenId", "SignatureDoesNotMatch"];
  const status = protocol === "json" ? 400 : 403;
  if (!signature) return error(missing, status, "The request is not signed.");
  if (signature.verdict === "unknown-key") return error(unknown, status, "There is no such access key id.");
  if (signature.verdict === "wrong") return error(wrong, status, "The secret key makes another signature.");
  if (signature.service !== service)
    return error(wrong, status, `Signed for ${signature.service}, not for ${service}.`);
  if (Number.isNaN(signature.signedAt)) return error(wrong, status, "X-Amz-Date cannot be read.");
  if (Math.abs(now - signature.signedAt) > allowedSkew) {
    return error(wrong, status, `Signature expired: the time here is ${new Date(now).toISOString()}.`);
  }
  return undefined;
}
