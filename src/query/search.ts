import { isNumeric } from "../python/numeric";
import { isList } from "../python/value";
import type { Json } from "../types";
import { evaluate } from "./evaluate";
import { QueryFlaw, QueryMismatch } from "./flaw";
import { parse, type Node } from "./parse";
import { Expression, type Result } from "./values";

/** What an expression makes of a value. Throws a `QueryMismatch`. */
export type Query = (value: Json) => Json;

/** Reads a JMESPath expression. Throws a `QueryFlaw`. */
export function compile(expression: string): Query {
  const node = shallow(() => parse(expression));
  return (value) => searched(node, value);
}

function searched(node: Node, value: Json): Json {
  try {
    return withoutExpressions(evaluate(node, value));
  } catch (error) {
    throw error instanceof RangeError ? new QueryMismatch("nested too deeply") : error;
  }
}

function shallow(read: () => Node): Node {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? new QueryFlaw("nested too deeply", 0) : error;
  }
}

/** An expression (`&name`) is no value. */
function withoutExpressions(value: Result): Json {
  if (value instanceof Expression) throw new QueryMismatch("an expression (&) can only be given to a function");
  if (isList(value)) {
    for (const item of value) withoutExpressions(item);
  } else if (typeof value === "object" && value !== null && !isNumeric(value)) {
    for (const member of Object.values(value)) withoutExpressions(member);
  }
  return value;
}
