import { quoted } from "../python/repr";
import { alone, usage, type Table } from "./report";

/** The failures of a command line. */
export type CommandLineFailure =
  | { readonly kind: "arguments-required"; readonly names: readonly string[] }
  | { readonly kind: "argument-expected"; readonly option: string }
  /** `word` shows its bytes that are not UTF-8 as codes. */
  | { readonly kind: "argument-not-utf8"; readonly word: string }
  | { readonly kind: "argument-unwanted"; readonly option: string; readonly value: string }
  | { readonly kind: "option-ambiguous"; readonly option: string; readonly matches: readonly string[] }
  | {
      readonly kind: "choice-invalid";
      /** `command`, `operation` or an option with its dashes. */
      readonly argument: string;
      readonly value: string;
      readonly choices: readonly string[];
      readonly suggestions: readonly string[];
    }
  | { readonly kind: "options-unknown"; readonly options: readonly string[] }
  | { readonly kind: "argument-not-integer"; readonly option: string; readonly value: string }
  /** Page options, together with one that asks for a single answer. */
  | { readonly kind: "pages-unwanted"; readonly options: readonly string[] }
  | { readonly kind: "argument-invalid"; readonly option: string; readonly value: string; readonly expected: string }
  | { readonly kind: "command-expected"; readonly option: string }
  | { readonly kind: "option-alone"; readonly option: string; readonly needs: string }
  | { readonly kind: "options-exclusive"; readonly option: string; readonly other: string }
  | { readonly kind: "command-missing" }
  | { readonly kind: "outcome-given"; readonly option: string; readonly member: string }
  | { readonly kind: "query-invalid"; readonly query: string; readonly problem: string }
  | { readonly kind: "query-failed"; readonly query: string; readonly problem: string }
  | { readonly kind: "endpoint-url-invalid"; readonly url: string; readonly problem: string }
  | { readonly kind: "timeout-invalid"; readonly phase: "read" | "connect"; readonly value: string }
  | { readonly kind: "stand-in-misused"; readonly problem: string }
  | { readonly kind: "stand-in-failed"; readonly problem: string };

/** The words of each failure: a table that is made when one is told, because every run loads this file. */
export const commandLineTable = (): Table<CommandLineFailure> => ({
  "arguments-required": (failure) => usage(`the following arguments are required: ${failure.names.join(", ")}`),
  "argument-expected": (failure) => usage(`argument ${failure.option}: expected one argument`),
  "argument-not-utf8": ({ word }) => `The argument '${word}' is not UTF-8`,
  "argument-unwanted": (failure) =>
    usage(`argument ${failure.option}: ignored explicit argument ${quoted(failure.value)}`),
  "option-ambiguous": (failure) =>
    usage(`ambiguous option: ${failure.option} could match ${failure.matches.join(", ")}`),
  "choice-invalid": (failure) =>
    usage(`argument ${failure.argument}: Invalid choice, valid choices are:\n\n${choiceTable(failure)}`),
  "options-unknown": (failure) => ({
    lead: "usage",
    text: `Unknown options: ${failure.options.join(", ")}`,
    exitCode: 255,
  }),
  "argument-not-integer": (failure) => usage(`argument ${failure.option}: invalid int value: ${quoted(failure.value)}`),
  "pages-unwanted": (failure) =>
    `Error during pagination: Cannot specify --no-paginate along with pagination arguments: ${failure.options.join(", ")}`,
  "argument-invalid": (failure) =>
    usage(`argument ${failure.option}: expected ${failure.expected}, not ${quoted(failure.value)}`),
  "command-expected": (failure) => usage(`argument ${failure.option}: of use only with a command after --`),
  "option-alone": ({ option, needs }) => usage(`argument ${option}: of use only with ${needs}`),
  "options-exclusive": ({ option, other: second }) => usage(`argument ${option}: not allowed with ${second}`),
  "command-missing": () => usage("no command after --"),
  "outcome-given": (failure) =>
    usage(`argument ${failure.option}: not allowed with a command after --, whose end decides ${failure.member}`),
  "query-invalid": (failure) => `Bad value for --query ${failure.query}: ${failure.problem}`,
  "query-failed": (failure) => `Bad value for --query ${failure.query}: ${failure.problem}`,
  "endpoint-url-invalid": (failure) =>
    `Bad value for --endpoint-url "${failure.url}": ${failure.problem}.  Must be of the form http://<hostname>/ or https://<hostname>/`,
  "timeout-invalid": (failure) =>
    `Bad value for --cli-${failure.phase}-timeout ${quoted(failure.value)}: not a whole number of seconds`,
  "stand-in-misused": (failure) => ({
    lead: "none",
    text: `aws-lifecycle-hooks stand-in: ${failure.problem}`,
    exitCode: 2,
  }),
  "stand-in-failed": (failure) => alone(`aws-lifecycle-hooks stand-in: ${failure.problem}`),
});

/** The choices, two on a line in columns of 40, with similar words below (argparse as aws-cli overrides it). */
function choiceTable(failure: Extract<CommandLineFailure, { kind: "choice-invalid" }>): string {
  const rows: string[] = [];
  for (let at = 0; at < failure.choices.length; at += 2) {
    rows.push(
      failure.choices
        .slice(at, at + 2)
        .map((choice) => choice.padEnd(40))
        .join(" | "),
    );
  }
  if (failure.suggestions.length > 0) {
    rows.push(`\n\nInvalid choice: ${quoted(failure.value)}, maybe you meant:\n`);
    rows.push(...failure.suggestions.map((word) => `  * ${word}`));
  }
  return rows.join("\n");
}
