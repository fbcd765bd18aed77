import { operations } from "../../src/operations/all";
import type { Operation } from "../../src/operations/operation";

/** The words that name an operation or a waiter on the command line, the service first. */
export function callableWords(): readonly string[] {
  return operations.flatMap((operation) => [
    `${operation.service.word} ${operation.word}`,
    ...Object.keys(operation.waiters).map((waiter) => `${operation.service.word} wait ${waiter}`),
  ]);
}

/** The alternatives of the dispatcher in README: the commands that go to this tool and not to aws-cli. */
export function dispatcherPattern(): string {
  return `${callableWords()
    .map((words) => `  " ${words} "*`)
    .join(" | \\\n")}) exec aws-lifecycle-hooks "$@" ;;`;
}

/** The table of `docs/from-aws-cli.md`: the commands, and what each is for. */
export function operationTable(): string {
  const rows = operations.flatMap((operation) => [
    row(operation.service, operation.word, operation.summary),
    ...waiterRows(operation),
  ]);
  return ["| command | what it does |", "| --- | --- |", ...rows].join("\n");
}

function waiterRows({ service, waiters }: Operation): readonly string[] {
  return Object.entries(waiters).map(([word, { summary }]) => row(service, `wait ${word}`, summary));
}

function row(service: Operation["service"], words: string, summary: string): string {
  return `| \`${service.word} ${words}\` | ${summary} |`;
}
