import { Failure } from "../../failure";
import type { Value } from "../value";

/** An expression as parsed. `chain` is everything that applies its right side to the result of its left. */
export type Node =
  | { readonly kind: "current" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "literal"; readonly value: Value }
  | { readonly kind: "index"; readonly at: bigint }
  | { readonly kind: "slice"; readonly bounds: readonly (bigint | undefined)[] }
  | { readonly kind: "chain"; readonly left: Node; readonly right: Node; readonly indexed: boolean }
  | { readonly kind: "projection"; readonly left: Node; readonly right: Node }
  | { readonly kind: "value-projection"; readonly left: Node; readonly right: Node }
  | { readonly kind: "filter"; readonly left: Node; readonly right: Node; readonly condition: Node }
  | { readonly kind: "flatten"; readonly child: Node }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "hash"; readonly members: readonly (readonly [string, Node])[] }
  | { readonly kind: "or" | "and"; readonly left: Node; readonly right: Node }
  | { readonly kind: "not"; readonly child: Node }
  | { readonly kind: "comparison"; readonly operator: Comparator; readonly left: Node; readonly right: Node }
  | { readonly kind: "call"; readonly name: string; readonly arguments: readonly Node[] }
  | Reference;

/** An expression that is not evaluated (`&name`) but handed to a function. */
export interface Reference {
  readonly kind: "reference";
  readonly child: Node;
}

/** How two values can be compared. */
export type Comparator = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** The failure of an expression whose syntax is wrong, with the line and the place below it marked. */
export function syntaxFailure(query: string, problem: string, at: number): Failure {
  const lineStart = query.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = query.indexOf("\n", at);
  const line = query.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const margin = query.slice(lineStart, at).replace(/[^\t]/gu, " ");
  return new Failure({ kind: "query-invalid", query, problem: `${problem}\n${line}\n${margin}^` });
}

/** What is wrong with an expression that only shows on the value: a type, a number of arguments, an unknown function. */
export class QueryProblem extends Error {}
