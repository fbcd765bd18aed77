import { shapeFacts } from "./shape-facts.mjs";

/** The facts of a service, as `ServiceModel` of src/operations/model.ts has them. */
export function serviceFacts({ metadata }) {
  if (metadata.protocol !== "json" && metadata.protocol !== "query") {
    throw new Error(`${metadata.serviceId} speaks ${metadata.protocol}; the tool speaks json and query`);
  }
  const { protocol, jsonVersion, apiVersion, targetPrefix, xmlNamespace, endpointPrefix, signingName, serviceId } =
    metadata;
  return present({
    protocol,
    jsonVersion,
    apiVersion,
    targetPrefix,
    xmlNamespace,
    endpointPrefix,
    signingName,
    serviceId,
  });
}

/** The facts of an operation, as `OperationModel` of src/operations/model.ts has them. `wordOf` makes its words of names. */
export function operationFacts({ api, paginators, waiters }, word, wordOf) {
  const operation = Object.values(api.operations).find(({ name }) => wordOf(name) === word);
  if (!operation) throw new Error(`${api.metadata.serviceId} has no operation ${word}`);
  const { name, input, output } = operation;
  return present({
    name,
    input: input && shapeFacts(api.shapes, input.shape, false),
    output: output && shapeFacts(api.shapes, output.shape, true),
    resultWrapper: output?.resultWrapper,
    errors: Object.fromEntries((operation.errors ?? []).map(({ shape }) => errorFacts(shape, api.shapes[shape]))),
    pages: paginators[name] && pagesFacts(name, paginators[name]),
    waiters: waitersFacts(name, waiters, wordOf),
  });
}

/**
 * The facts of an error. If the model names no code, the code on the wire is the shape's name and the status is 400.
 */
function errorFacts(name, { error }) {
  return [error?.code ?? name, error?.httpStatusCode ?? 400];
}

function pagesFacts(name, pages) {
  const lists = ["input_token", "output_token", "result_key"].filter((key) => typeof pages[key] !== "string");
  if (lists.length > 0) throw new Error(`${name} has more than one ${lists.join(", ")}, which PagesModel cannot say`);
  return present({
    inputToken: pages.input_token,
    outputToken: pages.output_token,
    limitKey: pages.limit_key,
    resultKey: pages.result_key,
    moreResults: pages.more_results,
    nonAggregateKeys: pages.non_aggregate_keys,
  });
}

function waitersFacts(operation, waiters, wordOf) {
  const its = Object.entries(waiters).filter(([, waiter]) => waiter.operation === operation);
  if (its.length === 0) return undefined;
  return Object.fromEntries(its.map(([name, waiter]) => [wordOf(name), waiterFacts(waiter)]));
}

function waiterFacts({ delay, maxAttempts, acceptors }) {
  const facts = acceptors.map(({ state, matcher, argument, expected }) =>
    present({ state, matcher, argument, expected }),
  );
  return { delay, maxAttempts, acceptors: facts };
}

function present(facts) {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
