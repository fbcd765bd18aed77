import { optionName } from "../operations/option-name";
import type { Operation, WaiterWords } from "../operations/operation";
import { commandOptions } from "../operations/command-options";
import { parkedOptions } from "../operations/parked-options";
import { inputOptions, waitOptions } from "../operations/options";
import { code, entry, heading, paragraph, tree, type Block } from "./block";
import { commandSection } from "./command-section";
import { commonOptions, memberEntries, synopsis, valuesAbout } from "./options-section";
import { examplesSection, exitCodesSection, globalOptionsSection, optionEntry } from "./sections";
import { treeOf } from "./shape-tree";

/** The page of an operation, from its declaration. */
export function operationPage(operation: Operation): readonly Block[] {
  const { service, word, summary, description, outcome, parked } = operation;
  return [
    heading("NAME"),
    paragraph(`${word} - ${summary}`),
    heading("DESCRIPTION"),
    ...description.map(paragraph),
    ...permissions(operation),
    heading("SYNOPSIS"),
    code(...synopsis(`${service.word} ${word}`, operation), ...(outcome ? ["    [-- COMMAND [ARGUMENT]...]"] : [])),
    heading("OPTIONS"),
    ...valuesAbout(operation),
    ...memberEntries(operation),
    ...commonOptions(operation).map(optionEntry),
    ...(outcome ? commandOptions(outcome).map(optionEntry) : []),
    ...(parked ? parkedOptions(parked).map(optionEntry) : []),
    ...(outcome ? commandSection(operation, outcome) : []),
    ...globalOptionsSection(),
    ...examplesSection(operation.examples),
    ...outputSection(operation),
    ...exitCodesSection(operation),
  ];
}

/** The page of a waiter of an operation. */
export function waiterPage(
  operation: Operation,
  word: string,
  { summary, description, examples }: WaiterWords,
): readonly Block[] {
  return [
    heading("NAME"),
    paragraph(`${word} - ${summary}`),
    heading("DESCRIPTION"),
    ...description.map(paragraph),
    ...permissions(operation),
    heading("SYNOPSIS"),
    code(...synopsis(`${operation.service.word} wait ${word}`, operation)),
    heading("OPTIONS"),
    ...valuesAbout(operation),
    ...memberEntries(operation),
    ...inputOptions.map(optionEntry),
    ...waitOptions.map(optionEntry),
    ...globalOptionsSection(),
    ...examplesSection(examples),
    heading("OUTPUT"),
    paragraph("None. Exit code 0 means success."),
    ...exitCodesSection(),
  ];
}

function permissions({ iam: { action, passRoleWith } }: Operation): readonly Block[] {
  const role = passRoleWith === undefined ? "" : `, and iam:PassRole with --${optionName(passRoleWith)}`;
  return [paragraph(`The caller needs the IAM permission ${action}${role}.`)];
}

function outputSection({ output, outputAbout, model }: Operation): readonly Block[] {
  const members = Object.entries(output.members);
  if (members.length === 0) return [heading("OUTPUT"), paragraph("None. Exit code 0 means success.")];
  const pages = model.pages && "The tool gathers all pages. With --max-items, NextToken says where to go on.";
  return [
    heading("OUTPUT"),
    paragraph("In the format of --output. --query selects parts of it:"),
    ...members
      .filter(([name]) => name !== model.pages?.outputToken)
      .flatMap(([name, shape]) => [
        entry(`${name} (${shape.kind})`, ...[outputAbout[name] ?? ""].filter(Boolean)),
        ...(treeOf(shape).length > 0 ? [tree(treeOf(shape))] : []),
      ]),
    ...(pages === undefined ? [] : [paragraph(pages)]),
  ];
}
