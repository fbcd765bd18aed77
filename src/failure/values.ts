import { characters } from "../python/len";
import { quoted } from "../python/repr";
import type { JsonFault } from "../types";
import { about, faultText } from "./input";
import type { Table } from "./report";

/** The failures of a text that was typed for an option. `option` has its dashes; `at` counts UTF-16 units. */
export type ValueFailure =
  /** `expected` and `received` are as aws-cli's parser names them. */
  | {
      readonly kind: "shorthand-unexpected";
      readonly option: string;
      readonly text: string;
      readonly at: number;
      readonly expected: string;
      readonly received: string;
    }
  | {
      readonly kind: "shorthand-member-twice";
      readonly option: string;
      readonly text: string;
      readonly at: number;
      readonly member: string;
    }
  | {
      readonly kind: "value-not-json";
      readonly option: string;
      readonly fault: JsonFault | undefined;
      readonly received: string;
    }
  /** A text that must be a JSON object or list, but does not begin like one. */
  | { readonly kind: "value-not-structured"; readonly option: string; readonly received: string }
  /** `received` is undefined for a list or members in place of a single value. */
  | {
      readonly kind: "value-not-scalar";
      readonly option: string;
      readonly expected: "integer" | "number" | "boolean";
      readonly received: string | undefined;
    }
  /** A file or a URL that was given for a list. */
  | { readonly kind: "file-not-list"; readonly option: string }
  /** A structure without members that it must have. */
  | { readonly kind: "value-incomplete"; readonly option: string; readonly needs: readonly string[] }
  | { readonly kind: "value-is-bytes"; readonly option: string; readonly length: number }
  | { readonly kind: "value-too-deep"; readonly option: string; readonly limit: number };

/** The words of each failure: aws-cli's, except where Python would speak. */
export const valueTable: Table<ValueFailure> = {
  "shorthand-unexpected": (failure) =>
    about(failure, `Expected: '${failure.expected}', received: '${failure.received}' for input:\n${marked(failure)}`),
  "shorthand-member-twice": (failure) =>
    about(
      failure,
      `Second instance of key "${failure.member}" encountered for input:\n${marked(failure)}\n` +
        'This is often because there is a preceding "," instead of a space.',
    ),
  "value-not-json": (failure) =>
    about(failure, `Invalid JSON: ${faultText(failure.fault)}\nJSON received: ${failure.received}`),
  "value-not-structured": (failure) => about(failure, `Invalid JSON:\n${failure.received}`),
  "value-not-scalar": (failure) =>
    about(
      failure,
      `not a usable ${failure.expected}: ${failure.received === undefined ? "more than one value" : quoted(failure.received)}`,
    ),
  "file-not-list": (failure) => about(failure, 'what is read for a list has to be a JSON list, such as ["one", "two"]'),
  "value-incomplete": ({ option, needs }) =>
    `${option} must specify ${needs.slice(0, -1).join(", ")} and ${needs.at(-1) ?? ""}.`,
  "value-is-bytes": (failure) =>
    about(failure, `text is needed, not ${failure.length} bytes: read the file with file:// instead of fileb://`),
  "value-too-deep": (failure) => about(failure, `nested more than ${failure.limit} levels deep`),
};

/** A text with a caret under one of its places, above further lines. */
function marked({ text, at }: { readonly text: string; readonly at: number }): string {
  const before = text.slice(0, at);
  const end = text.indexOf("\n", at);
  const [shown, rest] = end < 0 ? [text, ""] : [text.slice(0, end), text.slice(end)];
  return `${shown}\n${" ".repeat(characters(before.slice(before.lastIndexOf("\n") + 1)))}^${rest}`;
}
