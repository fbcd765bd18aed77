import type { CommandLineFailure } from "../../../src/failure/command-line";
import { alone, type Examples, type Unusual } from "./examples";

const misuse: Unusual = { lead: "usage", exitCode: 2 };

/** Examples of the failures of the command line. */
export const commandLineExamples: Examples<CommandLineFailure> = {
  "arguments-required": [
    { names: ["--deployment-id", "--status"] },
    "aws: error: the following arguments are required: --deployment-id, --status",
    misuse,
  ],
  "argument-expected": [{ option: "--status" }, "aws: error: argument --status: expected one argument", misuse],
  "argument-not-utf8": [{ word: "caf\\xe9" }, "The argument 'caf\\xe9' is not UTF-8"],
  "argument-unwanted": [
    { option: "--debug", value: "it's" },
    `aws: error: argument --debug: ignored explicit argument "it's"`,
    misuse,
  ],
  "option-ambiguous": [
    { option: "--no", matches: ["--no-sign-request", "--no-verify-ssl"] },
    "aws: error: ambiguous option: --no could match --no-sign-request, --no-verify-ssl",
    misuse,
  ],
  "choice-invalid": [
    { argument: "--color", value: "of", choices: ["on", "off", "auto"], suggestions: ["off"] },
    `aws: error: argument --color: Invalid choice, valid choices are:\n\n${"on".padEnd(40)} | ${"off".padEnd(40)}\n${"auto".padEnd(40)}\n\n\nInvalid choice: 'of', maybe you meant:\n\n  * off`,
    misuse,
  ],
  "options-unknown": [{ options: ["--x", "y"] }, "Unknown options: --x, y", { lead: "usage" }],
  "argument-not-integer": [
    { option: "--max-items", value: "x" },
    "aws: error: argument --max-items: invalid int value: 'x'",
    misuse,
  ],
  "pages-unwanted": [
    { options: ["--max-items", "--page-size"] },
    "Error during pagination: Cannot specify --no-paginate along with pagination arguments: --max-items, --page-size",
  ],
  "argument-invalid": [
    { option: "--cli-parked-in", value: "x", expected: "a name that starts with /" },
    "aws: error: argument --cli-parked-in: expected a name that starts with /, not 'x'",
    misuse,
  ],
  "command-expected": [
    { option: "--cli-command-timeout" },
    "aws: error: argument --cli-command-timeout: of use only with a command after --",
    misuse,
  ],
  "option-alone": [
    { option: "--cli-parked-wait", needs: "--cli-parked-in" },
    "aws: error: argument --cli-parked-wait: of use only with --cli-parked-in",
    misuse,
  ],
  "options-exclusive": [
    { option: "--cli-parked-in", other: "--hook-id" },
    "aws: error: argument --cli-parked-in: not allowed with --hook-id",
    misuse,
  ],
  "command-missing": [{}, "aws: error: no command after --", misuse],
  "outcome-given": [
    { option: "--status", member: "status" },
    "aws: error: argument --status: not allowed with a command after --, whose end decides status",
    misuse,
  ],
  "query-invalid": [
    { query: "[", problem: "incomplete expression\n[\n ^" },
    "Bad value for --query [: incomplete expression\n[\n ^",
  ],
  "query-failed": [
    { query: "abs(a)", problem: "abs() wants a number" },
    "Bad value for --query abs(a): abs() wants a number",
  ],
  "endpoint-url-invalid": [
    { url: "localhost", problem: "scheme is missing" },
    'Bad value for --endpoint-url "localhost": scheme is missing.  Must be of the form http://<hostname>/ or https://<hostname>/',
  ],
  "timeout-invalid": [
    { phase: "read", value: "x" },
    "Bad value for --cli-read-timeout 'x': not a whole number of seconds",
  ],
  "stand-in-misused": [
    { problem: "--port 70000: not a port" },
    "aws-lifecycle-hooks stand-in: --port 70000: not a port",
    { ...alone, exitCode: 2 },
  ],
  "stand-in-failed": [{ problem: "port 80 is taken" }, "aws-lifecycle-hooks stand-in: port 80 is taken", alone],
};
