import { Failure } from "../failure/failure";

/**
 * A moment as the SDKs write it down: ISO 8601, in UTC unless it says otherwise, or with `UTC` for its zone, as
 * botocore's cache files have it. Undefined for all else.
 */
export function readTime(text: unknown): Date | undefined {
  if (typeof text !== "string") return undefined;
  const iso = text.replace(/UTC$/, "Z");
  const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** The same, where credentials say when they expire: what is no time is a failure. */
export function expirationOf(text: string): Date {
  const time = readTime(text);
  if (!time) throw new Failure({ kind: "expiration-invalid", text });
  return time;
}

/** A moment in ISO 8601, in UTC and without fractions of a second, as aws-cli writes it. */
export function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
