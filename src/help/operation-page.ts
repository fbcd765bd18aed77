import { optionName } from "../operations/option-name";
import type { Operation } from "../operations/operation";
import type { Shape } from "../operations/shape";
import { commandOptions } from "../operations/command-options";
import { inputOptions } from "../operations/options";
import { code, entry, heading, paragraph, type Block } from "./block";
import { commandSection } from "./command-section";
import { examplesSection, exitCodesSection, globalOptionsSection, optionEntry, tool } from "./sections";

/** All there is to know about an operation, from its declaration. */
export function operationPage(operation: Operation): readonly Block[] {
  const { word, summary, description, outcome } = operation;
  return [
    heading("NAME"),
    paragraph(`${word} - ${summary}`),
    heading("DESCRIPTION"),
    ...description.map(paragraph),
    heading("SYNOPSIS"),
    code(...synopsis(operation)),
    heading("OPTIONS"),
    paragraph(
      "A value can come from a file: file://PATH reads text and fileb://PATH bytes; http:// and https:// fetch it. An option can be shortened as long as it is clear which one is meant.",
    ),
    ...Object.keys(operation.input.members).map((name) => memberEntry(name, operation)),
    ...inputOptions.map(optionEntry),
    ...(outcome ? commandOptions(outcome).map(optionEntry) : []),
    ...(outcome ? commandSection(operation, outcome) : []),
    ...globalOptionsSection(),
    ...examplesSection(operation.examples),
    ...outputSection(operation),
    ...exitCodesSection(operation),
  ];
}

function synopsis(operation: Operation): readonly string[] {
  const { service, word, input, outcome } = operation;
  return [
    `${tool} ${service.word} ${word}`,
    ...Object.keys(input.members).map((name) => {
      const option = `--${optionName(name)} <value>`;
      return `    ${input.required.includes(name) ? option : `[${option}]`}`;
    }),
    "    [--cli-input-json <value>]",
    "    [--generate-cli-skeleton [<value>]]",
    ...(outcome ? ["    [-- COMMAND [ARGUMENT]...]"] : []),
  ];
}

function memberEntry(name: string, { input, about }: Operation): Block {
  const shape = input.members[name] ?? { kind: "document" };
  const kind = `${shape.kind}${input.required.includes(name) ? ", required" : ""}`;
  return entry(`--${optionName(name)} (${kind})`, about[name] ?? "", ...limits(shape));
}

function limits(shape: Shape): readonly string[] {
  if (!("min" in shape) && !("max" in shape) && shape.kind !== "string") return [];
  const { min, max } = shape;
  const unit = shape.kind === "string" ? " characters" : shape.kind === "list" ? " items" : "";
  const range = min === undefined || max === undefined ? [] : [`${min} to ${max}${unit}`];
  const { values, pattern } = shape.kind === "string" ? shape : {};
  return [
    ...(values ? [`One of: ${values.join(", ")}`] : []),
    ...(range.length > 0 || pattern ? [[...range, ...(pattern ? [`matching ${pattern}`] : [])].join(", ")] : []),
  ];
}

function outputSection({ output, outputAbout }: Operation): readonly Block[] {
  const members = Object.entries(output.members);
  if (members.length === 0) return [heading("OUTPUT"), paragraph("Nothing: exit code 0 is the whole answer.")];
  return [
    heading("OUTPUT"),
    paragraph("In the format that --output asks for, and as far as --query picks it:"),
    ...members.map(([name, { kind }]) => entry(`${name} (${kind})`, outputAbout[name] ?? "")),
  ];
}
