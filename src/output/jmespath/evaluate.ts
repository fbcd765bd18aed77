import { compare, isHash, isList, isNumber, typeName, type Value } from "../value";
import { callFunction } from "./functions";
import { equals } from "./equality";
import { QueryProblem, type Comparator, type Node } from "./syntax";

/** Evaluates an expression as Python's jmespath 1.1 does. Throws a `QueryProblem` for what only shows on the value. */
export function evaluate(node: Node, value: Value): Value {
  switch (node.kind) {
    case "current":
      return value;
    case "field":
      return isHash(value) ? (value.get(node.name) ?? null) : null;
    case "literal":
      return node.value;
    case "index":
      return isList(value) ? (value.at(Number(node.at)) ?? null) : null;
    case "slice":
      return isList(value) ? slice(value, node.bounds) : null;
    case "chain":
      return evaluate(node.right, evaluate(node.left, value));
    case "projection": {
      const base = evaluate(node.left, value);
      return isList(base) ? project(node.right, base) : null;
    }
    case "value-projection": {
      const base = evaluate(node.left, value);
      return isHash(base) ? project(node.right, [...base.values()]) : null;
    }
    case "filter": {
      const base = evaluate(node.left, value);
      if (!isList(base)) return null;
      return project(
        node.right,
        base.filter((item) => !isFalse(evaluate(node.condition, item))),
      );
    }
    case "flatten": {
      const base = evaluate(node.child, value);
      return isList(base) ? base.flatMap((item) => (isList(item) ? item : [item])) : null;
    }
    case "list":
      return value === null ? null : node.items.map((item) => evaluate(item, value));
    case "hash":
      return value === null ? null : new Map(node.members.map(([name, member]) => [name, evaluate(member, value)]));
    case "or": {
      const left = evaluate(node.left, value);
      return isFalse(left) ? evaluate(node.right, value) : left;
    }
    case "and": {
      const left = evaluate(node.left, value);
      return isFalse(left) ? left : evaluate(node.right, value);
    }
    case "not":
      return isFalse(evaluate(node.child, value));
    case "comparison":
      return compared(node.operator, evaluate(node.left, value), evaluate(node.right, value));
    case "call":
      return callFunction(
        node.name,
        node.arguments.map((argument) => (argument.kind === "reference" ? argument : evaluate(argument, value))),
        evaluate,
      );
    case "reference":
      throw new QueryProblem("an expression (&) can only be given to a function");
  }
}

function project(right: Node, items: readonly Value[]): Value {
  return items.map((item) => evaluate(right, item)).filter((item) => item !== null);
}

/** False are null, false and what is empty; zero is not. */
function isFalse(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  if (isHash(value)) return value.size === 0;
  return value === null || value === false || value === "";
}

/** Numbers have an order, and strings; two of a kind are compared, other values compare to null. */
function compared(operator: Comparator, left: Value, right: Value): Value {
  if (operator === "==") return equals(left, right);
  if (operator === "!=") return !equals(left, right);
  if (isNumber(left) && isNumber(right)) return holds(operator, left, right);
  if (typeof left === "string" && typeof right === "string") return holds(operator, compare(left, right), 0);
  if (!isOrdered(left) || !isOrdered(right)) return null;
  throw new QueryProblem(`${typeName(left)} ${operator} ${typeName(right)} has no answer`);
}

const isOrdered = (value: Value) => isNumber(value) || typeof value === "string";

function holds(operator: "<" | "<=" | ">" | ">=", left: bigint | number, right: bigint | number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
  }
}

/** Python's slice of a list: bounds count from the end when negative, and are cut to the list. */
function slice(list: readonly Value[], bounds: readonly (bigint | undefined)[]): readonly Value[] {
  const [start, stop, step = 1] = bounds.map((bound) => (bound === undefined ? undefined : Number(bound)));
  if (step === 0) throw new QueryProblem("the step of a slice cannot be 0");
  const [low, high] = step > 0 ? [0, list.length] : [-1, list.length - 1];
  const cut = (bound: number) => Math.min(Math.max(bound < 0 ? bound + list.length : bound, low), high);
  const end = stop === undefined ? (step > 0 ? high : low) : cut(stop);
  const items: Value[] = [];
  for (
    let at = start === undefined ? (step > 0 ? low : high) : cut(start);
    step > 0 ? at < end : at > end;
    at += step
  ) {
    items.push(list[at] ?? null);
  }
  return items;
}
