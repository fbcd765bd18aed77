import type { FailureData } from "./failure";
import type { Table } from "./report";

/** What can go wrong with telling a service how a command ended. */
export type OutcomeFailure =
  | { readonly kind: "report-attempt-late"; readonly seconds: number }
  | {
      readonly kind: "report-not-made";
      /** What should have been reported, and why. */
      readonly value: string;
      readonly why: string;
      /** What kept it from being made. */
      readonly problem: FailureData;
      /** The command line that makes the report. */
      readonly byHand: string;
    };

/** The words of each of them. */
export const outcomeTable: Table<OutcomeFailure> = {
  "report-attempt-late": ({ seconds }) => `The report was not answered within ${seconds} seconds`,
  "report-not-made": ({ value, why, problem, byHand }, describe) =>
    `The report could not be made. ${describe(problem).text.trim()}\nTo be reported was ${value}: ${why}. By hand:\n\n    ${byHand}`,
};
