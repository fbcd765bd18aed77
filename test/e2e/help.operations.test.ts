import { describe, expect, test } from "@jest/globals";
import { operations } from "../../src/operations/all";
import { optionName } from "../../src/operations/option-name";
import type { Operation } from "../../src/operations/operation";
import type { Shape } from "../../src/operations/shape";
import { runProgram } from "../support/program";

const page = async (...path: readonly string[]) => (await runProgram({ argv: [...path, "help"] })).stdout;
const inOneLine = (text: string) => text.replaceAll(/\s+/g, " ");

/** Names of all members within a value, at any depth. */
function namesIn(shape: Shape): readonly string[] {
  if (shape.kind === "list") return namesIn(shape.of);
  if (shape.kind === "map") return namesIn(shape.value);
  if (shape.kind !== "structure") return [];
  return Object.entries(shape.members).flatMap(([name, member]) => [`${name} (`, ...namesIn(member)]);
}

const named = operations.map((operation) => [operation.word, operation] as const);

describe.each(named)("the help of %s", (_, operation) => {
  const { service, word, input, output, addedOptions, model, examples, iam } = operation;
  let text = "";

  test("is plain text of 80 columns", async () => {
    text = await page(service.word, word);
    expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
    expect(text).toMatch(/^[\n -~]*[^\n]\n$/);
  });

  test("has every option, and what is within its value", () => {
    for (const [name, shape] of Object.entries(input.members)) {
      const required = input.required.includes(name) ? ", required" : "";
      expect(text).toContain(`--${optionName(name)} (${shape.kind}${required})\n`);
      for (const inner of namesIn(shape)) expect(text).toContain(inner);
    }
    for (const name of Object.keys(addedOptions)) expect(text).toContain(`--${name} (structure)\n`);
    for (const name of pageNames(operation)) expect(text).toContain(`    --${name} `);
    expect(text).toContain(iam.action);
  });

  test("shows in the synopsis what is typed, but not the options that aws-cli hides", () => {
    const [, synopsis = ""] = /SYNOPSIS\n([^]*?)\nOPTIONS/.exec(text) ?? [];
    for (const [name, { kind }] of Object.entries(input.members)) {
      const option = `--${optionName(name)} `;
      const isHidden = name === model.pages?.inputToken || name === model.pages?.limitKey;
      expect(synopsis.includes(option)).toBe(!isHidden);
      if (kind === "boolean") expect(inOneLine(synopsis)).toContain(`[${option}| --no-${optionName(name)}]`);
      if (kind === "list") expect(synopsis).toContain(`${option}<value>...`);
    }
  });

  test("has what is in the output, and examples", () => {
    const [, shown = ""] = /\nOUTPUT\n([^]*?)\nEXIT CODES/.exec(text) ?? [];
    for (const inner of namesIn(output)) {
      if (inner !== `${model.pages?.outputToken ?? ""} (`) expect(shown).toContain(inner);
    }
    for (const { about } of examples) expect(inOneLine(text)).toContain(`${about}: `);
  });
});

function pageNames({ model: { pages } }: Operation): readonly string[] {
  if (!pages) return [];
  return ["starting-token", ...(pages.limitKey === undefined ? [] : ["page-size"]), "max-items"];
}

test.each([
  [
    ["deploy", "--help"],
    ["deploy", "help"],
  ],
  [
    ["deploy", "wait", "-h"],
    ["deploy", "wait", "help"],
  ],
  [
    ["ecs", "stop-service-deployment", "--help"],
    ["ecs", "stop-service-deployment", "help"],
  ],
  [["-h"], ["help"]],
])("%j shows what %j shows", async (flag, word) => {
  const [one, other] = await Promise.all([runProgram({ argv: flag }), runProgram({ argv: word })]);
  expect(one).toMatchObject({ exitCode: 0, stderr: "", stdout: other.stdout });
});

test("a waiter has a page of its own, and its service names it", async () => {
  const text = await page("deploy", "wait", "deployment-successful");
  expect(text.split("\n").filter((line) => /^[A-Z]/.test(line))).toEqual([
    "NAME",
    "DESCRIPTION",
    "SYNOPSIS",
    "OPTIONS",
    "GLOBAL OPTIONS",
    "EXAMPLES",
    "OUTPUT",
    "EXIT CODES",
  ]);
  expect(text).toContain("aws-lifecycle-hooks deploy wait deployment-successful\n");
  expect(await page("deploy")).toContain("    wait deployment-successful\n");
  expect(await page("deploy", "wait")).toContain("    deployment-successful\n");
});
