import { Failure } from "../failure/failure";
import { expiredCodes } from "../sdk/expired";
import type { Credentials } from "../types";

/** The credentials for one attempt after another. */
export interface Keys {
  /**
   * The credentials to sign with now: new ones if the last ones were refused or end within a minute. Undefined to send
   * calls unsigned. Throws a Failure if there are no valid ones.
   */
  current(): Promise<Credentials | undefined>;
  /** Whether a service error code means that the keys have expired; if so, the next ones are looked for anew. */
  areRefused(code: string | undefined): boolean;
  /** Whether the credentials have ended and cannot be renewed, so that no attempt can be made any more. */
  areDead(): boolean;
  /** The time at which they end, if they cannot be renewed. */
  readonly end: Date | undefined;
}

/** The sources of keys. */
interface KeySources {
  /** The credentials that were found before the command ran. */
  readonly first: Credentials | undefined;
  /** Looks for other credentials, and past the kept ones if the service has refused them. */
  readonly renew: (pastCache: boolean) => Promise<Credentials>;
}

/**
 * Starts with the credentials that were found before the command ran. If a search takes longer than an attempt, the
 * next attempt goes on with it.
 */
export function createKeys({ first, renew }: KeySources): Keys {
  let found = first;
  let isRefused = false;
  let search: Promise<Credentials> | undefined;
  const end = first?.isFixed ? first.expiration : undefined;

  const anew = async (): Promise<Credentials> => {
    search ??= renew(isRefused).finally(() => (search = undefined));
    found = await search;
    isRefused = false;
    return found;
  };
  return {
    end,
    areDead: () => runsOut(end, 0),
    current: async () => {
      if (!found) return undefined;
      if (end) {
        if (runsOut(end, 0)) throw new Failure({ kind: "credentials-expired", isFixed: true });
        return found;
      }
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
