import { Failure } from "../failure";
import type { Response } from "../types";
import { evaluate } from "./jmespath/evaluate";
import { parseQuery } from "./jmespath/parser";
import { QueryProblem } from "./jmespath/syntax";
import { toValue, type Value } from "./value";

/** Refuses an expression whose syntax is wrong. */
export function checkSyntax(query: string): void {
  parseQuery(query);
}

/** What the expression makes of an answer. Throws the failure of a query that does not fit it. */
export function search(query: string, response: Response): Value {
  try {
    return evaluate(parseQuery(query), toValue(response));
  } catch (error) {
    if (error instanceof QueryProblem) throw new Failure({ kind: "query-failed", query, problem: error.message });
    throw error;
  }
}
