import { configurationText, type ConfigurationFailure } from "./configuration";
import { inputText, type InputFailure } from "./input";
import { quoted } from "../python/repr";
import type { ProfileAbsence } from "../types";

/** Every way in which a run can fail, as data. Texts are what `describe` makes of it. */
export type FailureData =
  /* the command line */
  | { readonly kind: "arguments-required"; readonly names: readonly string[] }
  | { readonly kind: "argument-expected"; readonly option: string }
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
  | { readonly kind: "argument-invalid"; readonly option: string; readonly value: string; readonly expected: string }
  /** An option that means something only together with a command after `--`. */
  | { readonly kind: "command-expected"; readonly option: string }
  /** A command was given, and the member that its end would have filled in. `option` is what gave it. */
  | { readonly kind: "verdict-given"; readonly option: string; readonly member: string }
  | { readonly kind: "query-invalid"; readonly query: string; readonly problem: string }
  /** What only shows on the answer: arguments' types and number, unknown functions. */
  | { readonly kind: "query-failed"; readonly query: string; readonly problem: string }
  | { readonly kind: "endpoint-url-invalid"; readonly url: string; readonly problem: string }
  | { readonly kind: "timeout-invalid"; readonly phase: "read" | "connect"; readonly value: string }
  /* values, input and settings */
  | ConfigurationFailure
  | { readonly kind: "profile-missing"; readonly name: string; readonly absence: ProfileAbsence | undefined }
  | InputFailure
  | { readonly kind: "region-missing" }
  /** `reasons` are sentences for a person. */
  | { readonly kind: "credentials-missing"; readonly reasons: readonly string[] }
  | { readonly kind: "output-type-unknown"; readonly output: string }
  /* the network: `url` is the request's; a proxy is shown without its password; limits are bytes */
  | { readonly kind: "endpoint-unreachable"; readonly url: string }
  | { readonly kind: "proxy-unreachable"; readonly proxy: string; readonly problem?: string }
  /** A proxy that none of the attempts could go through, for what it is called. */
  | { readonly kind: "proxy-unusable"; readonly proxy: string; readonly problem: string }
  | { readonly kind: "request-unsendable"; readonly url: string; readonly problem: string }
  | { readonly kind: "connect-timeout"; readonly url: string }
  | { readonly kind: "read-timeout"; readonly url: string }
  /** `isUnsent`: the request was not on its way yet. */
  | { readonly kind: "attempt-timeout"; readonly url: string; readonly seconds: number; readonly isUnsent: boolean }
  | { readonly kind: "tls-failed"; readonly url: string; readonly problem: string }
  | { readonly kind: "ca-bundle-unusable"; readonly url: string; readonly path: string; readonly problem: string }
  /** `answered`: the answer had begun. */
  | { readonly kind: "connection-closed"; readonly url: string; readonly answered: boolean }
  | { readonly kind: "answer-too-large"; readonly url: string; readonly limit: number }
  /** A success by its status that is not `expected`; `start` is how it begins. */
  | { readonly kind: "answer-foreign"; readonly status: number; readonly expected: string; readonly start: string }
  /* the call */
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
      /** Retries that were made when retrying was given up, undefined where the error was not one to retry. */
      readonly retries: number | undefined;
    }
  /* a command whose end is the report */
  | { readonly kind: "report-attempt-late"; readonly seconds: number }
  | {
      readonly kind: "report-not-made";
      /** What should have been reported, and why. */
      readonly value: string;
      readonly why: string;
      /** What kept it from being made, in words. */
      readonly problem: string;
      /** The command line that makes the report. */
      readonly byHand: string;
    }
  /* the answer */
  | { readonly kind: "output-impossible"; readonly format: string; readonly problem: string }
  | { readonly kind: "output-unwritable"; readonly problem: string }
  /** The call was made and succeeded; `problem` is why its answer could not be shown. */
  | { readonly kind: "answer-lost"; readonly operation: string; readonly problem: string }
  /* the stand-in */
  | { readonly kind: "stand-in-misused"; readonly problem: string };

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

/** A failure in words: what stands above the text on standard error, the text without its line end, and the exit code. */
export interface Report {
  readonly lead: "usage" | "blank" | "none";
  readonly text: string;
  readonly exitCode: 2 | 255;
  /** A line more for a person at a terminal. */
  readonly hint?: string;
}

/** Puts a failure into aws-cli's words where it has any. Exit codes: 2 for the command line, 255 for all else. */
export function describe(failure: FailureData): Report {
  switch (failure.kind) {
    case "arguments-required":
      return usage(`the following arguments are required: ${failure.names.join(", ")}`);
    case "argument-expected":
      return usage(`argument ${failure.option}: expected one argument`);
    case "argument-unwanted":
      return usage(`argument ${failure.option}: ignored explicit argument ${quoted(failure.value)}`);
    case "option-ambiguous":
      return usage(`ambiguous option: ${failure.option} could match ${failure.matches.join(", ")}`);
    case "choice-invalid":
      return usage(`argument ${failure.argument}: Invalid choice, valid choices are:\n\n${choiceTable(failure)}`);
    case "options-unknown":
      return { lead: "usage", text: `Unknown options: ${failure.options.join(", ")}`, exitCode: 255 };
    case "argument-invalid":
      return usage(`argument ${failure.option}: expected ${failure.expected}, not ${quoted(failure.value)}`);
    case "command-expected":
      return usage(`argument ${failure.option}: of use only with a command after --`);
    case "verdict-given":
      return usage(
        `argument ${failure.option}: not allowed with a command after --, whose end decides ${failure.member}`,
      );
    case "timeout-invalid":
      return other(
        `Bad value for --cli-${failure.phase}-timeout ${quoted(failure.value)}: not a whole number of seconds`,
      );
    case "query-invalid":
      return other(`Bad value for --query ${failure.query}: ${failure.problem}`);
    case "query-failed":
      return other(`Bad value for --query ${failure.query}: ${failure.problem}`);
    case "endpoint-url-invalid":
      return other(
        `Bad value for --endpoint-url "${failure.url}": ${failure.problem}.  Must be of the form http://<hostname>/ or https://<hostname>/`,
      );
    case "profile-missing":
      return { ...other(`The config profile (${failure.name}) could not be found`), ...profileHint(failure) };
    case "region-missing":
      return {
        ...alone('You must specify a region. You can also configure your region by running "aws configure".'),
        hint: "Set AWS_DEFAULT_REGION, or use --region.",
      };
    case "credentials-missing":
      return {
        ...alone('Unable to locate credentials. You can configure credentials by running "aws configure".'),
        hint: ["Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use --profile.", ...failure.reasons].join("\n"),
      };
    case "output-type-unknown":
      return other(`Unknown output type: ${failure.output}`);
    case "endpoint-unreachable":
      return other(`Could not connect to the endpoint URL: "${failure.url}"`);
    case "proxy-unreachable":
    case "proxy-unusable": {
      const problem = failure.problem === undefined ? "" : `: ${failure.problem}`;
      return other(`Failed to connect to proxy URL: "${failure.proxy}"${problem}`);
    }
    case "request-unsendable":
      return other(`The request to ${failure.url} cannot be sent: ${failure.problem}`);
    case "connect-timeout":
      return other(`Connect timeout on endpoint URL: "${failure.url}"`);
    case "read-timeout":
      return other(`Read timeout on endpoint URL: "${failure.url}"`);
    case "attempt-timeout":
      return other(
        `No complete answer within ${failure.seconds} second${failure.seconds === 1 ? "" : "s"} from endpoint URL: "${failure.url}".` +
          (failure.isUnsent ? "" : ` ${mayHaveBeenMade}`),
      );
    case "tls-failed":
      return other(`SSL validation failed for ${failure.url} ${failure.problem}`);
    case "ca-bundle-unusable":
      return other(`SSL validation failed for ${failure.url} CA bundle ${failure.path}: ${failure.problem}`);
    case "connection-closed":
      return other(
        `Connection was closed before we received a valid response from endpoint URL: "${failure.url}".` +
          (failure.answered ? ` ${mayHaveBeenMade}` : ""),
      );
    case "answer-too-large":
      return other(
        `The answer from endpoint URL: "${failure.url}" is longer than ${failure.limit} bytes. ${mayHaveBeenMade}`,
      );
    case "answer-foreign":
      return other(
        `Unable to parse response (not ${failure.expected}): the answer with status ${failure.status} is not the service's. ` +
          `${mayHaveBeenMade}${failure.start && ` It begins:\n${failure.start}`}`,
      );
    case "service-error": {
      const retries = failure.retries === undefined ? "" : ` (reached max retries: ${failure.retries})`;
      const report = other(
        `An error occurred (${failure.code}) when calling the ${failure.operation} operation${retries}: ${failure.message}`,
      );
      if (failure.permissions.length === 0) return report;
      return {
        ...report,
        hint: `The identity that signed needs the IAM permission ${failure.permissions.join(" and ")}.`,
      };
    }
    case "report-attempt-late":
      return other(`The report was not answered within ${failure.seconds} seconds`);
    case "stand-in-misused":
      return { lead: "none", text: `aws-lifecycle-hooks stand-in: ${failure.problem}`, exitCode: 2 };
    case "report-not-made":
      return other(
        `The report could not be made. ${failure.problem.trim()}\nTo be reported was ${failure.value}: ${failure.why}. By hand:\n\n    ${failure.byHand}`,
      );
    case "output-impossible":
      return other(`The answer cannot be shown as ${failure.format}: ${failure.problem}`);
    case "output-unwritable":
      return other(`Standard output cannot be written: ${failure.problem}`);
    case "answer-lost":
      return other(`${failure.problem}\n${failure.operation} was called and succeeded; only what it answered is lost.`);
    case "url-unreadable":
      return other(inputText(failure).replace(` ${mayHaveBeenMade}`, ""));
    case "file-unreadable":
    case "file-not-text":
    case "file-too-large":
    case "url-refused":
    case "value-not-integer":
    case "input-not-json":
    case "input-not-object":
    case "input-too-deep":
    case "parameters-invalid":
      return other(inputText(failure));
    default:
      return other(configurationText(failure));
  }
}

const mayHaveBeenMade = "The call may have been made.";
const usage = (text: string): Report => ({ lead: "usage", text: `aws: error: ${text}`, exitCode: 2 });
const other = (text: string): Report => ({ lead: "blank", text, exitCode: 255 });
const alone = (text: string): Report => ({ lead: "none", text, exitCode: 255 });

function profileHint({ name, absence }: Extract<FailureData, { kind: "profile-missing" }>): { hint?: string } {
  if (absence?.kind === "variable-empty")
    return { hint: `${absence.variable} is set and empty: unset it, or name a profile.` };
  return absence ? { hint: `The config file has a section [${name}]: call it [profile ${name}].` } : {};
}

/** Choices two a line in columns of 40, and near misses below (argparse as aws-cli overrides it). */
function choiceTable(failure: Extract<FailureData, { kind: "choice-invalid" }>): string {
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
