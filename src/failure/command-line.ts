import { quoted } from "../python/repr";
import type { FailureData } from "./failure";
import { alone, usage, type Report } from "./report";

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

/**
 * The words of each failure of a command line; undefined for any other failure. A switch, because a run would make the
 * functions of a table, all but one of them for nothing.
 */
export function commandLineWords(failure: FailureData): Report | string | undefined {
  switch (failure.kind) {
    case "arguments-required":
      return usage(`the following arguments are required: ${failure.names.join(", ")}`);
    case "argument-expected":
      return usage(`argument ${failure.option}: expected one argument`);
    case "argument-not-utf8":
      return `The argument '${failure.word}' is not UTF-8`;
    case "argument-unwanted":
      return usage(`argument ${failure.option}: ignored explicit argument ${quoted(failure.value)}`);
    case "option-ambiguous":
      return usage(`ambiguous option: ${failure.option} could match ${failure.matches.join(", ")}`);
    case "choice-invalid":
      return usage(`argument ${failure.argument}: Invalid choice, valid choices are:\n\n${choiceTable(failure)}`);
    case "options-unknown":
      return { lead: "usage", text: `Unknown options: ${failure.options.join(", ")}`, exitCode: 255 };
    case "argument-not-integer":
      return usage(`argument ${failure.option}: invalid int value: ${quoted(failure.value)}`);
    case "pages-unwanted":
      return `Error during pagination: Cannot specify --no-paginate along with pagination arguments: ${failure.options.join(", ")}`;
    case "argument-invalid":
      return usage(`argument ${failure.option}: expected ${failure.expected}, not ${quoted(failure.value)}`);
    case "command-expected":
      return usage(`argument ${failure.option}: of use only with a command after --`);
    case "option-alone":
      return usage(`argument ${failure.option}: of use only with ${failure.needs}`);
    case "options-exclusive":
      return usage(`argument ${failure.option}: not allowed with ${failure.other}`);
    case "command-missing":
      return usage("no command after --");
    case "outcome-given":
      return usage(
        `argument ${failure.option}: not allowed with a command after --, whose end decides ${failure.member}`,
      );
    case "query-invalid":
    case "query-failed":
      return `Bad value for --query ${failure.query}: ${failure.problem}`;
    case "endpoint-url-invalid":
      return `Bad value for --endpoint-url "${failure.url}": ${failure.problem}.  Must be of the form http://<hostname>/ or https://<hostname>/`;
    case "timeout-invalid":
      return `Bad value for --cli-${failure.phase}-timeout ${quoted(failure.value)}: not a whole number of seconds`;
    case "stand-in-misused":
      return { lead: "none", text: `aws-lifecycle-hooks stand-in: ${failure.problem}`, exitCode: 2 };
    case "stand-in-failed":
      return alone(`aws-lifecycle-hooks stand-in: ${failure.problem}`);
    default:
      failure satisfies Exclude<FailureData, CommandLineFailure>;
      return undefined;
  }
}

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
