import fc from "fast-check";
import { operations } from "../../src/operations/all";
import { optionName } from "../../src/operations/option-name";
import { globalOptions, inputOptions } from "../../src/operations/options";

/** An endpoint where nothing listens, for any line that gets as far as a call. */
export const nowhere = {
  AWS_ENDPOINT_URL: "http://127.0.0.1:1",
  AWS_MAX_ATTEMPTS: "1",
  AWS_EC2_METADATA_DISABLED: "true",
  AWS_ACCESS_KEY_ID: "AKIDENV",
  AWS_SECRET_ACCESS_KEY: "secret-env",
  AWS_DEFAULT_REGION: "us-east-1",
};

const flags = [
  ...globalOptions,
  ...inputOptions,
  ...operations.flatMap((one) => Object.keys(one.input.members).map((name) => ({ name: optionName(name) }))),
].map(({ name }) => `--${name}`);
const flag = fc
  .tuple(fc.constantFrom(...flags), fc.nat(30), fc.option(fc.string(), { freq: 2 }))
  .map(([name, length, value]) => name.slice(0, length + 3) + (value === null ? "" : `=${value}`));
const known = fc.constantFrom(
  "deploy",
  "autoscaling",
  "help",
  "put-lifecycle-hook",
  "put-lifecycle-event-hook-execution-status",
  "input",
  "output",
  "60",
  "{}",
  "file://nope",
  "-",
  "-5",
  "-x",
  "",
  "--",
  "---",
  "--=",
);
const anything = fc.array(fc.oneof(flag, known, fc.string({ unit: "binary" })), { maxLength: 8 });
/** The words that name an operation. */
export const operation = fc.constantFrom(...operations).map(({ service, word }) => [service.word, word]);
/** Argument lists: known words and prefixes in any order, an operation's name first in half of them. */
export const line = fc.oneof(
  anything,
  fc.tuple(operation, anything).map(([words, rest]) => [...words, ...rest]),
);

/** Argument lists without anything that runs a command or a service: what follows `--`, and `stand-in`. */
export const harmless = line.map((argv) => argv.filter((word) => word !== "--" && word !== "stand-in"));

/** Whether stack traces may be shown. */
export function asksForDebug(argv: readonly string[]): boolean {
  return argv.some((word) => word.startsWith("--d"));
}
