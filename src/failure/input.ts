import { quoted } from "../python/repr";
import type { FailureData } from "./failure";
import { problemsText, typeOf } from "./problems";
import { mayHaveBeenMade, other, type Table } from "./report";
import type { JsonFault, Problem, Value } from "../types";

/** The failures of an operation's input. `option` has its dashes. */
export type InputFailure =
  /**
   * `source` is the value as typed, `path` its path, `problem` the system's words. A file within a value in shorthand
   * syntax has no option.
   */
  | {
      readonly kind: "file-unreadable";
      readonly option: string | undefined;
      readonly source: string;
      readonly path: string;
      readonly problem: string;
      readonly errno: number | undefined;
    }
  | { readonly kind: "file-not-text"; readonly option: string | undefined; readonly path: string }
  | {
      readonly kind: "file-too-large";
      readonly option: string | undefined;
      readonly source: string;
      readonly limit: number;
    }
  | { readonly kind: "url-refused"; readonly option: string; readonly url: string; readonly status: number }
  | { readonly kind: "url-unreadable"; readonly option: string; readonly url: string; readonly problem: FailureData }
  | { readonly kind: "value-not-integer"; readonly option: string; readonly value: string }
  /* of --cli-input-json; `received` is its whole text */
  | { readonly kind: "input-not-json"; readonly fault: JsonFault | undefined; readonly received: string }
  | { readonly kind: "input-not-object"; readonly received: string; readonly value: Value }
  | { readonly kind: "input-too-deep"; readonly limit: number }
  /* of the members together */
  | { readonly kind: "parameters-invalid"; readonly problems: readonly Problem[] };

/** The words of each failure; botocore's if it has any. */
export const inputTable: Table<InputFailure> = {
  "file-unreadable": (failure) => {
    const problem = failure.errno === undefined ? failure.problem : `[Errno ${failure.errno}] ${failure.problem}`;
    return about(failure, `Unable to load paramfile ${failure.source}: ${problem}: ${quoted(failure.path)}`);
  },
  "file-not-text": (failure) =>
    about(
      failure,
      `Unable to load paramfile (${failure.path}), text contents could not be decoded.  If this is a binary file, please use the fileb:// prefix instead of the file:// prefix.`,
    ),
  "file-too-large": (failure) =>
    about(failure, `Unable to load paramfile ${failure.source}: it is longer than ${failure.limit} bytes`),
  "url-refused": (failure) =>
    about(failure, `Unable to retrieve ${failure.url}: received non 200 status code of ${failure.status}`),
  "url-unreadable": (failure, describe) => {
    const problem = describe(failure.problem).text.replace(` ${mayHaveBeenMade}`, "");
    return about(failure, `Unable to retrieve ${failure.url}: ${problem}`);
  },
  "value-not-integer": (failure) => about(failure, `not a usable integer: ${quoted(failure.value)}`),
  "input-not-json": ({ fault, received }) => ({
    ...other(aboutInput(faultText(fault), received)),
    ...(/^[\w.~-]*[./][\w./~-]+$/.test(received) && { hint: `To read a file, type file://${received}` }),
  }),
  "input-not-object": (failure) =>
    aboutInput(
      `expected an object with the members of the input, not ${failure.value === null ? "null" : `a ${typeOf(failure.value)}`}`,
      failure.received,
    ),
  "input-too-deep": (failure) => aboutInput(`nested more than ${failure.limit} levels deep`),
  "parameters-invalid": problemsText,
};

/** The text of a failure, after the option that it is about. */
export function about({ option }: { readonly option: string | undefined }, text: string): string {
  return option === undefined ? text : `Error parsing parameter '${option}': ${text}`;
}

/** The text of a failure of `--cli-input-json`; aws-cli names that option without its dashes. */
function aboutInput(problem: string, received?: string): string {
  const text = about({ option: "cli-input-json" }, `Invalid JSON: ${problem}`);
  return received === undefined ? text : `${text}\nJSON received: ${received}`;
}

/** The place where a text stops being JSON, in the words of Python's `json` module. */
export function faultText(fault: JsonFault | undefined): string {
  if (!fault) return "it cannot be parsed";
  return `${faults[fault.kind]}: line ${fault.line} column ${fault.column} (char ${fault.at})`;
}

/** The words of Python's `json` module, which aws-cli passes on. */
const faults: Readonly<Record<JsonFault["kind"], string>> = {
  value: "Expecting value",
  name: "Expecting property name enclosed in double quotes",
  colon: "Expecting ':' delimiter",
  comma: "Expecting ',' delimiter",
  extra: "Extra data",
  "string-end": "Unterminated string starting at",
  control: "Invalid control character at",
  escape: "Invalid \\escape",
  "unicode-escape": "Invalid \\uXXXX escape",
};
