import { secondsText, type Table } from "./report";
import type { FailureData } from "./failure";

/** The failures of a command whose end makes a call. Sentences of a declaration end with a full stop. */
export type OutcomeFailure =
  | { readonly kind: "report-attempt-late"; readonly seconds: number }
  | {
      readonly kind: "report-not-made";
      /** The thing that could not be done, and the start of what would have been done, as sentences. */
      readonly undone: string;
      readonly wouldHave: string;
      readonly why: string;
      /** The failure that kept the call from being made. */
      readonly problem: FailureData;
      /** The command line that makes the call. */
      readonly byHand: string;
    }
  /** The service already has an outcome that is not this run's; `code` is its error's. */
  | {
      readonly kind: "done-before";
      readonly sentence: string;
      readonly code: string;
      readonly wouldHave: string;
      readonly why: string;
    }
  /** `place` is an option or a member of the JSON input, `file` the file that the option names. */
  | { readonly kind: "value-empty"; readonly place: string; readonly file: string | undefined }
  | {
      readonly kind: "value-unprintable";
      readonly place: string;
      readonly file: string | undefined;
      readonly character: string;
    }
  /** The condition that must hold before the command is started does not hold, as whole sentences say. */
  | { readonly kind: "not-started"; readonly sentence: string; readonly problem?: FailureData }
  /**
   * `seconds` is the time for which a parameter was looked for, and `problem` the failure of the last look, if that was
   * not that it is missing.
   */
  | {
      readonly kind: "parked-missing";
      readonly name: string;
      readonly seconds: number;
      readonly problem: FailureData | undefined;
      readonly hasCommand: boolean;
    }
  /** No call was made, because the thing that the command was run for has ended meanwhile. */
  | { readonly kind: "ended-meanwhile"; readonly sentence: string; readonly why: string };

/** The words of each failure. */
export const outcomeTable: Table<OutcomeFailure> = {
  "report-attempt-late": ({ seconds }) => `The call was not answered within ${secondsText(seconds)}`,
  "report-not-made": ({ undone, wouldHave, why, problem, byHand }, describe) =>
    `${undone} ${describe(problem).text.trim()}\n${wouldHave}: ${why}.\nTo make it by hand:\n\n    ${byHand}`,
  "done-before": ({ sentence, code, wouldHave, why }) => `${sentence} (${code})\n${wouldHave}: ${why}.`,
  "value-empty": ({ place, file }) => `${place} is empty${from(file)}`,
  "value-unprintable": ({ place, file, character }) =>
    `${place} has ${/[\r\n]/.test(character) ? "a line end" : "a control character"} in it (${JSON.stringify(character).slice(1, -1)})${from(file)}`,
  "not-started": ({ sentence, problem }, describe) =>
    `${problem ? `${describe(problem).text.trim()}\n` : ""}${sentence} The command was not started.`,
  "parked-missing": ({ name, seconds, problem, hasCommand }, describe) =>
    `${problem ? `${describe(problem).text.trim()}\n` : ""}The parameter ${name} was not there within ${secondsText(seconds)}. Nothing was reported${hasCommand ? ", and the command was not started" : ""}.`,
  "ended-meanwhile": ({ sentence, why }) => `${sentence} Nothing was sent: ${why}.`,
};

function from(file: string | undefined): string {
  return file === undefined ? "" : `, from ${file}`;
}
