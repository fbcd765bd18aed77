import { findError } from "./errors";
import type { Served } from "./served";
import type { ServiceError } from "./wire";

/** The faults that the stand-in makes on request. */
export interface FaultSettings {
  /** Codes of documented errors; each answers the calls to the service that documents it. */
  readonly errors: readonly string[];
  /** The number of calls that are answered with an error; the calls after them succeed again. */
  readonly times: number;
  /** Milliseconds to wait before each answer. */
  readonly delay: number;
  /** The number of calls that are answered in a second; calls beyond it are throttled. */
  readonly rate: number;
}

/** No faults. */
export const noFaults: FaultSettings = { errors: [], times: Infinity, delay: 0, rate: Infinity };

/** Returns for each call the error to answer with, or undefined. `now` is in milliseconds. */
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
