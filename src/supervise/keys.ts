import { isFailure } from "../failure/failure";
import type { Credentials } from "../types";

/** The credentials for one attempt after another. */
export interface Keys {
  /** Those to sign with now: anew if the last ones are refused or run out within a minute. Undefined to sign with none. */
  current(): Promise<Credentials | undefined>;
  /** Whether a service error code means that the keys have expired; if so, the next ones are looked for anew. */
  areRefused(code: string | undefined): boolean;
}

/** The codes with which services refuse credentials that were good before: JSON services and Query services. */
const expiredCodes = ["ExpiredTokenException", "ExpiredToken"];

/** Whether an error is a refusal of credentials that were good before. */
export function isRefusedAsExpired(error: unknown): boolean {
  return isFailure(error) && error.data.kind === "service-error" && expiredCodes.includes(error.data.code);
}

/** Starts with what was found before the command ran. A search that takes longer than an attempt goes on in the next. */
export function createKeys(first: Credentials | undefined, renew: (pastCache: boolean) => Promise<Credentials>): Keys {
  let found = first;
  let isRefused = false;
  let search: Promise<Credentials> | undefined;

  const anew = async (): Promise<Credentials> => {
    search ??= renew(isRefused).finally(() => (search = undefined));
    found = await search;
    isRefused = false;
    return found;
  };
  return {
    current: async () => {
      if (!found) return undefined;
      const { expiration } = found;
      if (isRefused || runsOut(expiration, 0)) return anew();
      return runsOut(expiration, 60_000) ? anew().catch(() => found) : found;
    },
    areRefused: (code) => {
      isRefused ||= code !== undefined && expiredCodes.includes(code);
      return isRefused;
    },
  };
}

/** Whether a time comes within so many milliseconds. */
function runsOut(expiration: Date | undefined, margin: number): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() <= margin;
}
