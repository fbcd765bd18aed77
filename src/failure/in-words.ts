import { commandLineWords } from "./command-line";
import { dataOf, type FailureData } from "./failure";
import { problemsText } from "./problems";
import { other, type Report } from "./report";

/** Puts what was thrown into words, as `describe` does; the words of most kinds are loaded when they are needed. */
export async function inWords(error: unknown): Promise<Report> {
  const failure = dataOf(error);
  const report = wordsAtHand(failure) ?? (await import("./describe")).describe(failure);
  return typeof report === "string" ? other(report) : report;
}

/** The words of a run that makes no call, which are there at once. */
function wordsAtHand(failure: FailureData): Report | string | undefined {
  return failure.kind === "parameters-invalid" ? problemsText(failure) : commandLineWords(failure);
}
