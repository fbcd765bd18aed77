import { literalText } from "../python/text";
import type { Acceptor } from "../operations/model";
import { secondsText, type Table } from "./report";

/** The reasons why a waiter gave up. */
export type WaiterReason =
  | { readonly kind: "error"; readonly code: string; readonly message: string }
  /** The answer met a condition that means failure. */
  | { readonly kind: "failed"; readonly acceptor: Acceptor }
  /** `acceptor` is the one that botocore names then, if any has ever matched. */
  | { readonly kind: "attempts"; readonly acceptor: Acceptor | undefined }
  | { readonly kind: "time"; readonly seconds: number; readonly status: string };

/** The failure of waiting. `waiter` is botocore's name. */
export interface WaiterFailure {
  readonly kind: "waiter-failed";
  readonly waiter: string;
  readonly reason: WaiterReason;
}

/** The words of each failure; botocore's if it has any. */
export const waiterTable: Table<WaiterFailure> = {
  "waiter-failed": ({ waiter, reason }) => `Waiter ${waiter} failed: ${reasonText(reason)}`,
};

function reasonText(reason: WaiterReason): string {
  switch (reason.kind) {
    case "error":
      return `An error occurred (${reason.code}): ${reason.message}`;
    case "failed":
      return `Waiter encountered a terminal failure state: ${explanation(reason.acceptor)}`;
    case "attempts":
      return reason.acceptor
        ? `Max attempts exceeded. Previously accepted state: ${explanation(reason.acceptor)}`
        : "Max attempts exceeded";
    case "time":
      return `The status was still ${reason.status || "unknown"} after ${secondsText(reason.seconds)}`;
  }
}

function explanation({ matcher, argument = "", expected }: Acceptor): string {
  const value = typeof expected === "string" ? expected : literalText(expected);
  switch (matcher) {
    case "path":
      return `For expression "${argument}" we matched expected path: "${value}"`;
    case "pathAll":
      return `For expression "${argument}" all members matched expected path: "${value}"`;
    case "pathAny":
      return `For expression "${argument}" we matched expected path: "${value}" at least once`;
    case "status":
      return `Matched expected HTTP status code: ${value}`;
    case "error":
      return `Matched expected service error code: ${value}`;
  }
}
