import { commandLineTable } from "./command-line";
import { dataOf, type FailureData } from "./failure";
import { problemsText } from "./problems";
import { other, type Report, type Table } from "./report";

/** The words of a run that makes no call, which are there at once. */
const atHand = (): Partial<Table<FailureData>> => ({ ...commandLineTable(), "parameters-invalid": problemsText });

/** Puts what was thrown into words, as `describe` does; the words of most kinds are loaded when they are needed. */
export async function inWords(error: unknown): Promise<Report> {
  const failure = dataOf(error);
  const words = atHand()[failure.kind] as ((failure: FailureData) => Report | string) | undefined;
  if (!words) return (await import("./describe")).describe(failure);
  const report = words(failure);
  return typeof report === "string" ? other(report) : report;
}
