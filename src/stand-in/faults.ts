import { findError } from "./errors";
import type { Served } from "./served";
import type { ServiceError } from "./wire";

/** How the stand-in misbehaves on request. */
export interface FaultSettings {
  /** Codes of documented errors; each answers the calls to the service that documents it. */
  readonly errors: readonly string[];
  /** How many calls are answered with an error before things are well again. */
  readonly times: number;
  /** Milliseconds to wait before each answer. */
  readonly delay: number;
  /** Calls answered a second; those above are throttled. */
  readonly rate: number;
}

/** No faults. */
export const noFaults: FaultSettings = { errors: [], times: Infinity, delay: 0, rate: Infinity };

/** Decides call by call: gives the error to answer with, or undefined. */
export type Faults = (served: Served, now: number) => ServiceError | undefined;

/** Starts counting calls. */
export function createFaults({ errors, times, rate }: FaultSettings): Faults {
  let failed = 0;
  let lately: number[] = [];
  return (served, now) => {
    const asked = errors.map((code) => findError(served, code)).find(Boolean);
    if (asked && failed < times) {
      failed++;
      return asked;
    }
    if (rate === Infinity) return undefined;
    lately = lately.filter((time) => time > now - 1000);
    if (lately.length >= rate) {
      return findError(served, served.service.protocol === "json" ? "ThrottlingException" : "Throttling");
    }
    lately.push(now);
    return undefined;
  };
}
