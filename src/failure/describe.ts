import { answerTable } from "./answer";
import { commandLineTable } from "./command-line";
import { configurationTable } from "./configuration";
import { credentialTable } from "./credentials";
import { dataOf, type FailureData } from "./failure";
import { inputTable } from "./input";
import { networkTable } from "./network";
import { outcomeTable } from "./outcome";
import { valueTable } from "./values";
import { waiterTable } from "./waiter";
import { other, type Report, type Table } from "./report";

/** The words of all kinds; the compiler makes sure that none is left out. */
const table: Table<FailureData> = {
  ...commandLineTable(),
  ...configurationTable,
  ...credentialTable,
  ...inputTable,
  ...networkTable,
  ...answerTable,
  ...outcomeTable,
  ...waiterTable,
  ...valueTable,
  unforeseen: ({ message }) => message,
};

/** Puts a failure into words: aws-cli's if it has any. Exit codes: 2 for the command line, 255 for all else. */
export function describe(failure: FailureData): Report {
  const words = table[failure.kind] as Words;
  const report = words(failure, describe);
  return typeof report === "string" ? other(report) : report;
}

type Words = (failure: FailureData, inner: typeof describe) => Report | string;

/** Puts anything that was thrown into words. */
export function inWords(error: unknown): Report {
  return describe(dataOf(error));
}
