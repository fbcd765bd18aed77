import { Failure } from "../failure/failure";

/**
 * Reads a time as the SDKs write it: ISO 8601, in UTC unless it says otherwise, or with `UTC` as its zone, as in
 * botocore's cache files. Undefined for all else.
 */
export function readTime(text: unknown): Date | undefined {
  if (typeof text !== "string") return undefined;
  const iso = text.replace(/UTC$/, "Z");
  const time = new Date(/(?:Z|[+-]\d\d:?\d\d)$/i.test(iso) ? iso : `${iso}Z`);
  return Number.isNaN(time.getTime()) ? undefined : time;
}

/** Reads the time at which credentials expire. Throws a Failure for a text that is not a time. */
export function expirationOf(text: string): Date {
  const time = readTime(text);
  if (!time) throw new Failure({ kind: "expiration-invalid", text });
  return time;
}

/** A time in ISO 8601, in UTC and without fractions of a second, as aws-cli writes it. */
export function inSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}
