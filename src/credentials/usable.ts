import { Failure } from "../failure/failure";
import { flawOf, isNoHeader } from "../io/unsendable";
import type { Credentials, Io } from "../types";

/** The name by which a user knows each part of credentials: a variable, a setting of a file. */
export type KeyNames = Readonly<Record<(typeof parts)[number], string>>;

const parts = ["accessKeyId", "secretAccessKey", "sessionToken"] as const;

/** The names of keys that have none of their own. */
export const namesFrom = (place: string): KeyNames => ({
  accessKeyId: `The access key id from ${place}`,
  secretAccessKey: `The secret access key from ${place}`,
  sessionToken: `The session token from ${place}`,
});

/** Gives the credentials back. Throws a Failure for those that can sign nothing, whatever they came from and whatever it said. */
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

/** Says on a terminal that a value has white space around it, which services refuse without saying so. */
export function warnOfSpace(found: Credentials, names: KeyNames, { err }: Pick<Io, "err">): void {
  if (!err.isTTY) return;
  for (const part of parts) {
    const value = found[part];
    if (value !== undefined && value !== value.trim())
      err.write(`aws-lifecycle-hooks: ${names[part]} begins or ends with white space.\n`);
  }
}

/** All but the secret key travels in headers. */
function headerFlawOf(part: (typeof parts)[number], value: string): string | undefined {
  const isSent = part !== "secretAccessKey";
  return isSent && isNoHeader(value) ? "there are characters in it that no header can carry" : undefined;
}
