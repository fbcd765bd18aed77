import { expect, test } from "@jest/globals";
import { closeMatches } from "../../src/python/close-matches";
import { readArguments, type Grammar } from "../../src/arguments/read";
import { describe as inWords } from "../../src/failure/describe";
import { isFailure } from "../../src/failure/failure";
import { parseInteger } from "../../src/python/int";

const grammar: Grammar = {
  options: [
    { name: "debug", takes: "nothing" },
    { name: "no-verify", takes: "nothing" },
    { name: "no-sign", takes: "nothing" },
    { name: "output", takes: "value", choices: ["json", "text", "table"] },
    { name: "region", takes: "value" },
    { name: "skeleton", takes: "optional value", choices: ["input", "output"] },
    { name: "version", takes: "nothing", ends: true },
  ],
  word: { name: "command", choices: ["deploy", "autoscaling", "-5"] },
};

/** Options and rest in brackets, the word between; or the failure in words. */
function outcome(args: readonly string[], of: Grammar = grammar): string {
  try {
    const { options, word, rest } = readArguments(of, args);
    const given = options.map(({ option, words }) => [`--${option.name}`, ...words].join("="));
    return `${JSON.stringify(given)} ${word ?? ""} ${JSON.stringify(rest)}`;
  } catch (error) {
    return isFailure(error) ? inWords(error.data).text : String(error);
  }
}

test.each<[readonly string[], string]>([
  [["deploy"], "[] deploy []"],
  [["--region", "x", "deploy", "put"], '["--region=x"] deploy ["put"]'],
  [["deploy", "put", "--region=x=y", "a"], '["--region=x=y"] deploy ["put","a"]'],
  [["deploy", "--reg", "x", "--deb"], '["--region=x","--debug"] deploy []'],
  [["deploy", "--reg=x"], '["--region=x"] deploy []'],
  [["deploy", "--region", ""], '["--region="] deploy []'],
  [["deploy", "--region", "-"], '["--region=-"] deploy []'],
  [["deploy", "--region", "-1.5"], '["--region=-1.5"] deploy []'],
  [["deploy", "--region", "-a b"], '["--region=-a b"] deploy []'],
  [["deploy", "--region=-x"], '["--region=-x"] deploy []'],
  [["-5"], "[] -5 []"],
  [["--bogus", "deploy"], '[] deploy ["--bogus"]'],
  [["deploy", "-x", "--bogus=1", "y"], '[] deploy ["-x","--bogus=1","y"]'],
  [["deploy", "--skeleton"], '["--skeleton"] deploy []'],
  [["deploy", "--skeleton", "output"], '["--skeleton=output"] deploy []'],
  [["--skeleton", "--debug", "deploy"], '["--skeleton","--debug"] deploy []'],
  [["deploy", "--"], "[] deploy []"],
  [["--", "deploy", "--region", "x"], '[] deploy ["--region","x"]'],
  [["deploy", "--", "--region", "x"], '[] deploy ["--region","x"]'],
  [["deploy", "put", "--", "--region"], '[] deploy ["put","--","--region"]'],
  [["--debug", "--version", "--output", "nope", "--"], '["--debug","--version"]  []'],
])("%j is read as %s", (args, expected) => {
  expect(outcome(args)).toBe(expected);
});

test.each<[readonly string[], string]>([
  [[], "aws: error: the following arguments are required: command"],
  [["--debug", "--"], "aws: error: the following arguments are required: command"],
  [["deploy", "--region"], "aws: error: argument --region: expected one argument"],
  [["deploy", "--region", "-x"], "aws: error: argument --region: expected one argument"],
  [["deploy", "--region", "--"], "aws: error: argument --region: expected one argument"],
  [["deploy", "--debug=x'"], `aws: error: argument --debug: ignored explicit argument "x'"`],
  [["deploy", "--deb="], "aws: error: argument --debug: ignored explicit argument ''"],
  [["deploy", "--no=x"], "aws: error: ambiguous option: --no=x could match --no-verify, --no-sign"],
  [["--version", "--no"], "aws: error: ambiguous option: --no could match --no-verify, --no-sign"],
  [
    ["deploi", "--region"],
    `aws: error: argument command: Invalid choice, valid choices are:

${"deploy".padEnd(40)} | ${"autoscaling".padEnd(40)}
${"-5".padEnd(40)}


Invalid choice: 'deploi', maybe you meant:

  * deploy`,
  ],
  [
    ["--out", "xml", "--region"],
    `aws: error: argument --output: Invalid choice, valid choices are:

${"json".padEnd(40)} | ${"text".padEnd(40)}
${"table".padEnd(40)}`,
  ],
])("%j is refused: %s", (args, expected) => {
  expect(outcome(args)).toBe(expected);
});

test("without choices the word is any, and may be missing", () => {
  const any = { options: grammar.options };
  expect(outcome(["--debug", "x", "y", "--", "z"], any)).toBe('["--debug"] x ["y","--","z"]');
  expect(outcome(["--debug", "--", "z"], any)).toBe('["--debug"] z []');
  expect(outcome(["--debug"], any)).toBe('["--debug"]  []');
});

test.each<[string, readonly string[]]>([
  ["deploi", ["deploy"]],
  ["deplo", ["deploy"]],
  ["codedeploy", []],
  ["jsn", ["json"]],
  ["", []],
  ["inputs", ["input"]],
  ["in-put", ["input"]],
  ["abcd", ["abcde", "abcdd", "abcda"]],
  ["x".repeat(300), []],
])("%s may mean %j", (word, expected) => {
  const choices = ["deploy", "json", "input", "output", "abcda", "abcdd", "abcde", "abcdc", "abcdb"];
  expect(closeMatches(word, word === "abcd" ? choices.filter((choice) => !/[bc]$/.test(choice)) : choices)).toEqual(
    expected,
  );
});

test.each<[string, number | undefined]>([
  ["60", 60],
  [" 60\n", 60],
  ["+5", 5],
  ["-5", -5],
  ["-0", 0],
  ["007", 7],
  ["1_000", 1000],
  ["٣٠٠", 300],
  ["𝟟२", 72],
  ["9007199254740991", 9007199254740991],
  ["9007199254740992", undefined],
  ["", undefined],
  [" ", undefined],
  ["_1", undefined],
  ["1__0", undefined],
  ["1_", undefined],
  ["60.0", undefined],
  ["1e3", undefined],
  ["0x3c", undefined],
  ["+ 5", undefined],
  ["5 0", undefined],
  ["½", undefined],
])("the integer %j is %p", (text, expected) => {
  expect(parseInteger(text)).toBe(expected);
});
