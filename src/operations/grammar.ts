import { optionName } from "./option-name";
import { grammarsOf, type OptionDeclaration } from "./options";
import type { Operation, OperationGrammar, OutcomeGrammar } from "./operation";
import type { Outcome } from "./outcome";
import { commandOptions } from "./command-options";
import { parkedOptions } from "./parked-options";

/** The grammar of an operation that the build keeps, in one small file for all of them. */
export function keptGrammarOf(operation: Operation): OperationGrammar {
  const { own, ...grammar } = grammarOf(operation);
  return { ...grammar, own: grammarsOf(own) };
}

/** The grammar of an operation: the values that a command line may give it, with what help says of its options. */
export function grammarOf(
  operation: Operation,
): Omit<OperationGrammar, "own"> & { readonly own: readonly OptionDeclaration[] } {
  const { service, word, input, model, addedOptions, outcome, parked } = operation;
  const members = Object.entries(input.members).map(([member, { kind }]) => [optionName(member), kind] as const);
  const added = Object.entries(addedOptions).map(([name, { shape }]) => [name, shape.kind] as const);
  return {
    service: service.word,
    word,
    options: Object.fromEntries([...members, ...added]),
    required: input.required.map(optionName),
    ...(model.pages && { pages: pageOptions(model.pages) }),
    own: [...(outcome ? commandOptions(outcome) : []), ...(parked ? parkedOptions(parked) : [])],
    ...(outcome && { outcome: outcomeGrammar(outcome) }),
    ...(parked && { parked: { member: parked.member, option: optionName(parked.member), by: optionName(parked.by) } }),
    waiters: Object.keys(operation.waiters),
  };
}

function pageOptions({ inputToken, limitKey }: NonNullable<Operation["model"]["pages"]>) {
  return { token: optionName(inputToken), ...(limitKey !== undefined && { limit: optionName(limitKey) }) };
}

function outcomeGrammar({ member, finds, timeout, failure, before }: Outcome): OutcomeGrammar {
  const [first = ""] = Object.keys(failure);
  const { now, turn } = before?.kind === "action" ? before.wait : { now: before?.wait ?? 0, turn: before?.wait ?? 0 };
  return {
    ...(member !== undefined && { decides: { option: optionName(member), member } }),
    optional: [...finds, ...(member === undefined ? [] : [member])].map(optionName),
    ...(timeout !== undefined && { timeout }),
    failure: first,
    wait: [now, turn],
  };
}
