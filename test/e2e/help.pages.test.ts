import { expect, test } from "@jest/globals";
import { operations } from "../../src/operations/all";
import { grammarOf } from "../../src/operations/grammar";
import { optionName } from "../../src/operations/option-name";
import type { StringShape } from "../../src/operations/shape";
import { globalOptions, inputOptions } from "../../src/operations/options";
import { runProgram } from "../support/program";

const headingsOf = (text: string) => text.split("\n").filter((line) => /^[A-Z]/.test(line));
const page = async (...path: readonly string[]) => runProgram({ argv: [...path, "help"] });

const operationHeadings = [
  "NAME",
  "DESCRIPTION",
  "SYNOPSIS",
  "OPTIONS",
  "GLOBAL OPTIONS",
  "EXAMPLES",
  "OUTPUT",
  "EXIT CODES",
];

test.each([
  [
    [],
    ["NAME", "DESCRIPTION", "SYNOPSIS", "COMMANDS", "GLOBAL OPTIONS", "ENVIRONMENT", "FILES", "EXAMPLES", "EXIT CODES"],
  ],
  [["deploy"], ["NAME", "DESCRIPTION", "SYNOPSIS", "SUBCOMMANDS", "GLOBAL OPTIONS", "EXAMPLES", "EXIT CODES"]],
  [["autoscaling"], ["NAME", "DESCRIPTION", "SYNOPSIS", "SUBCOMMANDS", "GLOBAL OPTIONS", "EXAMPLES", "EXIT CODES"]],
  [["autoscaling", "put-lifecycle-hook"], operationHeadings],
  [["deploy", "put-lifecycle-event-hook-execution-status"], operationHeadings.toSpliced(4, 0, "REPORTING A COMMAND")],
])("%j help: plain text of 80 columns, in order", async (path, headings) => {
  const { stdout, stderr, exitCode } = await page(...path);
  expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
  expect(headingsOf(stdout)).toEqual(headings);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(stdout).toMatch(/^[\n -~]*[^\n]\n$/);
});

test.each(operations.map((operation) => [operation.word, operation] as const))(
  "the help of %s has every option with its values and limits",
  async (_, operation) => {
    const { stdout } = await page(operation.service.word, operation.word);
    const text = stdout.replaceAll(/\s+/g, " ");
    for (const [name, { kind, ...limits }] of Object.entries(operation.input.members)) {
      const { values = [], min, max, pattern = "" } = limits as Partial<StringShape>;
      const required = operation.input.required.includes(name) ? ", required" : "";
      expect(text).toContain(`--${optionName(name)} (${kind}${required}) ${operation.about[name]}`);
      if (values.length > 0) expect(text).toContain(`One of: ${values.join(", ")}`);
      if (min !== undefined && max !== undefined) expect(text).toContain(min === max ? `${min} ` : `${min} to ${max}`);
      expect(text).toContain(pattern);
    }
    const others = [...globalOptions, ...inputOptions, ...grammarOf(operation).own];
    for (const { name, about } of others) expect(text).toMatch(new RegExp(`--${name}[^-]*? ${literally(about)}`));
    for (const { about } of operation.examples) expect(text).toContain(`${about}:`);
  },
);

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
