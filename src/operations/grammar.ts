import { optionName } from "./option-name";
import type { Operation, OperationGrammar } from "./operation";
import { commandOptions } from "./options";

/** What a command line may give an operation. The build keeps it for all operations in one small file. */
export function grammarOf(operation: Operation): OperationGrammar {
  const { service, word, input, model, addedOptions, outcome } = operation;
  const members = Object.entries(input.members).map(([member, { kind }]) => [optionName(member), kind] as const);
  const added = Object.entries(addedOptions).map(([name, { shape }]) => [name, shape.kind] as const);
  return {
    service: service.word,
    word,
    options: Object.fromEntries([...members, ...added]),
    required: input.required.map(optionName),
    ...(model.pages && { pages: pageOptions(model.pages) }),
    own: outcome ? commandOptions : [],
    ...(outcome && { outcome: { option: optionName(outcome.member), member: outcome.member } }),
    waiters: Object.keys(operation.waiters),
  };
}

function pageOptions({ inputToken, limitKey }: NonNullable<Operation["model"]["pages"]>) {
  return { token: optionName(inputToken), ...(limitKey !== undefined && { limit: optionName(limitKey) }) };
}
