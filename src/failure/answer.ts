import { other, type Table } from "./report";
import { literalText } from "../python/text";
import type { Json } from "../types";
import type { FailureData } from "./failure";

/** The failures of a call that was made, and of its answer. */
export type AnswerFailure =
  | {
      readonly kind: "service-error";
      readonly code: string;
      readonly message: string;
      readonly operation: string;
      /** The HTTP status. */
      readonly status: number;
      /** Whether the same call may go better later. */
      readonly isTransient: boolean;
      /** The IAM actions that the call needs, where they were denied. */
      readonly permissions: readonly string[];
      /** The number of retries after which retrying was given up; undefined if the error was not one to retry. */
      readonly retries: number | undefined;
    }
  /** A time in an answer that is not a time. */
  | { readonly kind: "timestamp-invalid"; readonly value: string }
  /* of pages */
  | { readonly kind: "starting-token-bad"; readonly token: string }
  | { readonly kind: "page-token-twice"; readonly members: Readonly<Record<string, Json>> }
  | { readonly kind: "output-impossible"; readonly format: string; readonly problem: string }
  | { readonly kind: "output-unwritable"; readonly problem: string }
  /** The call was made and succeeded; `problem` is the reason why its answer could not be shown. */
  | { readonly kind: "answer-lost"; readonly operation: string; readonly problem: FailureData };

/** The words of each failure. */
export const answerTable: Table<AnswerFailure> = {
  "service-error": (failure) => {
    const retries = failure.retries === undefined ? "" : ` (reached max retries: ${failure.retries})`;
    const text = `An error occurred (${failure.code}) when calling the ${failure.operation} operation${retries}: ${failure.message}`;
    const { permissions } = failure;
    if (permissions.length === 0) return text;
    const needed = `permission${permissions.length === 1 ? "" : "s"} ${permissions.join(" and ")}`;
    return { ...other(text), hint: `The identity that signed needs the IAM ${needed}.` };
  },
  "timestamp-invalid": ({ value }) => `Invalid timestamp "${value}": Unknown string format: ${value}`,
  "starting-token-bad": ({ token }) => `Bad starting token: ${token}`,
  "page-token-twice": ({ members }) =>
    `Error during pagination: The same next token was received twice: ${literalText(members)}`,
  "output-impossible": (failure) => `The answer cannot be shown as ${failure.format}: ${failure.problem}`,
  "output-unwritable": (failure) => `Standard output cannot be written: ${failure.problem}`,
  "answer-lost": ({ operation, problem }, describe) =>
    `${describe(problem).text}\n${operation} succeeded. Only its answer is lost.`,
};
