import type { AnswerFailure } from "./answer";
import type { CommandLineFailure } from "./command-line";
import type { ConfigurationFailure } from "./configuration";
import type { CredentialFailure } from "./credentials";
import type { InputFailure } from "./input";
import type { NetworkFailure } from "./network";
import type { OutcomeFailure } from "./outcome";
import type { WaiterFailure } from "./waiter";
import type { ValueFailure } from "./values";

/** Every way in which a run can fail, as data. `describe` puts it into words. */
export type FailureData =
  | CommandLineFailure
  | ConfigurationFailure
  | CredentialFailure
  | InputFailure
  | NetworkFailure
  | AnswerFailure
  | OutcomeFailure
  | WaiterFailure
  | ValueFailure
  /** An error that no room foresaw. */
  | { readonly kind: "unforeseen"; readonly message: string };

/** A failure the tool understands. Bundles have a copy of this class each, so match with `isFailure`, not `instanceof`. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(
    readonly data: FailureData,
    options?: ErrorOptions,
  ) {
    super(data.kind, options);
  }
}

/** Whether a thrown value is one of ours, from whichever bundle. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === "Failure" && "data" in error;
}

/** A thrown value as data: for a failure that another one holds. */
export function dataOf(error: unknown): FailureData {
  if (isFailure(error)) return error.data;
  return { kind: "unforeseen", message: error instanceof Error ? error.message : String(error) };
}
