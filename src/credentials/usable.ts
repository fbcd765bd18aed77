import { Failure } from "../failure/failure";
import { flawOf, isNoHeader } from "../io/unsendable";
import type { Credentials, Io } from "../types";

/** The user's name for each part of credentials: a variable, or a setting of a file. */
export type KeyNames = Readonly<Record<(typeof parts)[number], string>>;

const parts = ["accessKeyId", "secretAccessKey", "sessionToken"] as const;

/** The names for keys that have no names of their own. */
export const namesFrom = (place: string): KeyNames => ({
  accessKeyId: `The access key id from ${place}`,
  secretAccessKey: `The secret access key from ${place}`,
  sessionToken: `The session token from ${place}`,
});

/** Returns the credentials. Throws a Failure if they cannot sign anything, whatever they came from. */
export function usable<Found extends Credentials>(found: Found, names: KeyNames): Found {
  for (const part of parts) {
    const value = found[part] as unknown;
    if (part === "sessionToken" && value === undefined) continue;
    const problem = typeof value === "string" ? (flawOf(value) ?? headerFlawOf(part, value)) : "it is not text";
    if (problem !== undefined) throw new Failure({ kind: "value-unusable", name: names[part], problem });
  }
  const { expiration } = found as { readonly expiration?: unknown };
  if (expiration !== undefined && !(expiration instanceof Date && !Number.isNaN(expiration.getTime()))) {
    throw new Failure({ kind: "expiration-invalid", text: JSON.stringify(expiration) });
  }
  return found;
}

/** Warns on a terminal of a value with white space around it, which services refuse without saying so. */
export function warnOfSpace(found: Credentials, names: KeyNames, { err }: Pick<Io, "err">): void {
  if (!err.isTTY) return;
  for (const part of parts) {
    const value = found[part];
    if (value !== undefined && value !== value.trim())
      err.write(`aws-lifecycle-hooks: ${names[part]} begins or ends with white space.\n`);
  }
}

/** The reason why a part cannot be sent. All parts but the secret key travel in headers. */
function headerFlawOf(part: (typeof parts)[number], value: string): string | undefined {
  const isSent = part !== "secretAccessKey";
  return isSent && isNoHeader(value) ? "there are characters in it that no header can carry" : undefined;
}
