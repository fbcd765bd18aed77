import type { Operation, Service } from "../operations/operation";
import { code, entry, heading, paragraph, type Block } from "./block";
import { examplesSection, exitCodesSection, globalOptionsSection, tool } from "./sections";

/** What there is of a service. */
export function servicePage(service: Service, operations: readonly Operation[]): readonly Block[] {
  return [
    heading("NAME"),
    paragraph(`${service.word} - ${service.title}`),
    heading("DESCRIPTION"),
    paragraph(`${service.summary} Of the service's other commands this tool has none.`),
    heading("SYNOPSIS"),
    code(`${tool} ${service.word} <subcommand> [parameters]`, `${tool} ${service.word} <subcommand> help`),
    heading("SUBCOMMANDS"),
    ...operations.map(({ word, summary }) => entry(word, summary)),
    ...globalOptionsSection(),
    ...examplesSection(operations.flatMap(({ examples }) => examples)),
    ...exitCodesSection(),
  ];
}
