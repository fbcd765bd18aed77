import type { Json } from "../types";
import { isList, type List } from "../python/value";
import { compare } from "../python/order";
import { typeName } from "../python/type-name";
import { QueryMismatch } from "./flaw";
import { callFunction } from "./functions";
import { compareNumbers, isNumber } from "./numbers";
import type { Comparison, Node, SliceBounds } from "./parse";
import { Expression, isEqual, isFalse, isHash, typeOf, type Result } from "./values";

/** What an expression makes of a value, as Python's jmespath evaluates it. Throws a `QueryMismatch`. */
export function evaluate(node: Node, value: Result): Result {
  const of = (part: Node): Result => evaluate(part, value);
  switch (node.kind) {
    case "current":
      return value;
    case "field":
      return isHash(value) && Object.hasOwn(value, node.name) ? (value[node.name] ?? null) : null;
    case "literal":
      return node.value;
    case "chain":
      return evaluate(node.then, of(node.first));
    case "index":
      return isList(value) ? (value.at(node.at) ?? null) : null;
    case "slice":
      return isList(value) ? slice(value, node.bounds) : null;
    case "flatten":
      return flatten(of(node.of));
    case "projection":
      return project(of(node.of), node.each);
    case "values": {
      const base = of(node.of);
      return isHash(base) ? project(Object.values(base), node.each) : null;
    }
    case "filter": {
      const base = of(node.of);
      if (!isList(base)) return null;
      return project(
        base.filter((item) => !isFalse(evaluate(node.test, item))),
        node.each,
      );
    }
    case "comparison":
      return isTrue(node.sign, of(node.left), of(node.right));
    case "or": {
      const left = of(node.left);
      return isFalse(left) ? of(node.right) : left;
    }
    case "and": {
      const left = of(node.left);
      return isFalse(left) ? left : of(node.right);
    }
    case "not":
      return isFalse(of(node.of));
    case "list":
      return value === null ? null : (node.items.map(of) as List);
    case "hash":
      if (value === null) return null;
      return Object.fromEntries(node.members.map(([name, member]) => [name, of(member)])) as Json;
    case "call":
      return callFunction(node.name, node.given.map(of));
    case "expression":
      return new Expression(node.of, evaluate);
  }
}

/** Each item as the projection makes it; what is null is left out. */
function project(base: Result, each: Node): Json {
  if (!isList(base)) return null;
  const items: Json[] = [];
  for (const item of base) {
    const made = evaluate(each, item);
    if (made !== null) items.push(made as Json);
  }
  return items;
}

function flatten(base: Result): Json {
  return isList(base) ? base.flatMap((item): Json[] => (isList(item) ? [...item] : [item])) : null;
}

/** Python's slice. */
function slice(list: List, [start, end, step = 1]: SliceBounds): Json {
  if (step === 0) throw new QueryMismatch("slice step cannot be zero");
  const { length } = list;
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const place = (bound: number): number => Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const first = start === undefined ? (step > 0 ? low : high) : place(start);
  const last = end === undefined ? (step > 0 ? high : low) : place(end);
  const items: Json[] = [];
  for (let at = first; step > 0 ? at < last : at > last; at += step) items.push(list[at] ?? null);
  return items;
}

/** Null where the sign orders values that have no order. Zero and one are not false and true, unless within lists and objects. */
function isTrue(sign: Comparison, left: Result, right: Result): boolean | null {
  if (sign === "==" || sign === "!=") {
    const isMixed = typeof left !== typeof right && (typeof left === "boolean" || typeof right === "boolean");
    return (!isMixed && isEqual(left, right)) === (sign === "==");
  }
  const order = orderOf(sign, left, right);
  if (order === undefined) return null;
  if (sign === "<") return order < 0;
  if (sign === "<=") return order <= 0;
  return sign === ">" ? order > 0 : order >= 0;
}

/** Numbers and texts have an order, each among themselves. */
function orderOf(sign: Comparison, left: Result, right: Result): number | undefined {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  if (typeof left === "string" && typeof right === "string") return compare(left, right);
  const hasOrder = (value: Result): boolean => ["number", "string"].includes(typeOf(value));
  if (!hasOrder(left) || !hasOrder(right)) return undefined;
  const [a, b] = [typeName(left), typeName(right)];
  throw new QueryMismatch(`'${sign}' not supported between instances of '${a}' and '${b}'`);
}
