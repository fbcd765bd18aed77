import { Failure } from "../failure/failure";
import { QueryFlaw, QueryMismatch } from "../query/flaw";
import { compile, type Query } from "../query/search";
import type { Json } from "../types";

/** Reads an expression. Throws the failure of one whose syntax is wrong, with the place marked. */
export function compiled(query: string): Query {
  try {
    return compile(query);
  } catch (error) {
    throw error instanceof QueryFlaw ? syntaxFailure(query, error) : error;
  }
}

/** What the expression makes of an answer. Throws the failure of a query that does not fit it. */
export function search(query: string, value: Json): Json {
  const ask = compiled(query);
  try {
    return ask(value);
  } catch (error) {
    if (!(error instanceof QueryMismatch)) throw error;
    throw new Failure({ kind: "query-failed", query, problem: error.message }, { cause: error });
  }
}

function syntaxFailure(query: string, { problem, at }: QueryFlaw): Failure {
  const lineStart = query.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = query.indexOf("\n", at);
  const line = query.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const margin = query.slice(lineStart, at).replace(/[^\t]/gu, " ");
  return new Failure({ kind: "query-invalid", query, problem: `${problem}\n${line}\n${margin}^` });
}
