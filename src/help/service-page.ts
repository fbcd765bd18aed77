import type { Operation, Service } from "../operations/operation";
import { code, entry, heading, paragraph, type Block } from "./block";
import { examplesSection, exitCodesSection, globalOptionsSection, tool } from "./sections";

/** The page of a service. */
export function servicePage(service: Service, operations: readonly Operation[]): readonly Block[] {
  return [
    heading("NAME"),
    paragraph(`${service.word} - ${service.title}`),
    heading("DESCRIPTION"),
    paragraph(`${service.summary} The tool does not have the service's other commands.`),
    heading("SYNOPSIS"),
    code(`${tool} ${service.word} <subcommand> [parameters]`, `${tool} ${service.word} <subcommand> help`),
    heading("SUBCOMMANDS"),
    ...operations.map(({ word, summary }) => entry(word, summary)),
    ...waiterNames(operations),
    ...globalOptionsSection(),
    ...examplesSection(operations.flatMap(({ examples }) => examples.slice(0, 1))),
    ...exitCodesSection(),
  ];
}

/** The page of a service's waiters. */
export function waitPage(service: Service, operations: readonly Operation[]): readonly Block[] {
  const waiters = operations.flatMap((operation) => Object.entries(operation.waiters));
  return [
    heading("NAME"),
    paragraph("wait - Waits until something is as it should be."),
    heading("SYNOPSIS"),
    code(`${tool} ${service.word} wait <subcommand> [parameters]`, `${tool} ${service.word} wait <subcommand> help`),
    heading("SUBCOMMANDS"),
    ...waiters.map(([word, { summary }]) => entry(word, summary)),
    ...globalOptionsSection(),
    ...examplesSection(waiters.flatMap(([, { examples }]) => examples)),
    ...exitCodesSection(),
  ];
}

function waiterNames(operations: readonly Operation[]): readonly Block[] {
  const waiters = operations.flatMap((operation) => Object.entries(operation.waiters));
  return waiters.map(([word, { summary }]) => entry(`wait ${word}`, summary));
}
