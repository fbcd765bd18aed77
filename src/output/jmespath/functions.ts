import { jsonText } from "../json-text";
import { compare, isHash, isList, isNumber, typeName, type Value } from "../value";
import { same } from "./equality";
import { QueryProblem, type Node, type Reference } from "./syntax";

type Numeric = bigint | number;
type Key = Numeric | string;
type Evaluate = (node: Node, value: Value) => Value;
type Argument = Value | Reference;

/** What a function can ask of an argument, in the words of the message when it gets something else. */
interface Kinds {
  readonly "any value": Value;
  readonly "a number": Numeric;
  readonly "a string": string;
  readonly "an array": readonly Value[];
  readonly "an object": ReadonlyMap<string, Value>;
  readonly "an expression": Reference;
  readonly "an array or a string": readonly Value[] | string;
  readonly "a string, an array or an object": string | readonly Value[] | ReadonlyMap<string, Value>;
  readonly "an array of numbers": readonly Numeric[];
  readonly "an array of strings": readonly string[];
  readonly "an array of numbers or of strings": readonly Key[];
}
type Kind = keyof Kinds;

const isString = (value: Argument) => typeof value === "string";
const isReference = (value: Argument): value is Reference =>
  typeof value === "object" && value !== null && "kind" in value;
const listOf = (is: (value: Value) => boolean) => (value: Argument) => isList(value) && value.every(is);

const checks: Readonly<Record<Kind, (value: Argument) => boolean>> = {
  "any value": (value) => !isReference(value),
  "a number": isNumber,
  "a string": isString,
  "an array": isList,
  "an object": isHash,
  "an expression": isReference,
  "an array or a string": (value) => isList(value) || isString(value),
  "a string, an array or an object": (value) => isString(value) || isList(value) || isHash(value),
  "an array of numbers": listOf(isNumber),
  "an array of strings": listOf(isString),
  "an array of numbers or of strings": (value) => listOf(isNumber)(value) || listOf(isString)(value),
};

interface Definition {
  readonly kinds: readonly Kind[];
  readonly call: (values: readonly Argument[], evaluate: Evaluate) => Value;
  /** Whether more arguments of the last kind can follow. */
  readonly variadic: boolean;
}

function define<const K extends readonly Kind[]>(
  kinds: K,
  call: (values: { readonly [I in keyof K]: Kinds[K[I]] }, evaluate: Evaluate) => Value,
): Definition {
  return { kinds, call: call as Definition["call"], variadic: false };
}

/** The functions of the JMESPath specification, as Python's jmespath 1.1 has them. */
const functions: Readonly<Record<string, Definition>> = {
  __proto__: null as never,
  abs: define(["a number"], ([value]) => (value < 0 || Object.is(value, -0) ? -value : value)),
  avg: define(["an array of numbers"], ([list]) => (list.length === 0 ? null : Number(sum(list)) / list.length)),
  ceil: define(["a number"], ([value]) => whole(value, Math.ceil)),
  contains: define(["an array or a string", "any value"], ([within, value]) => contains(within, value)),
  ends_with: define(["a string", "a string"], ([text, end]) => text.endsWith(end)),
  floor: define(["a number"], ([value]) => whole(value, Math.floor)),
  join: define(["a string", "an array of strings"], ([glue, list]) => list.join(glue)),
  keys: define(["an object"], ([hash]) => [...hash.keys()]),
  length: define(["a string, an array or an object"], ([value]) => BigInt(lengthOf(value))),
  map: define(["an expression", "an array"], ([{ child }, list], evaluate) =>
    list.map((item) => evaluate(child, item)),
  ),
  max: define(["an array of numbers or of strings"], ([list]) => extreme(list, list, 1)),
  max_by: define(["an array", "an expression"], ([list, key], evaluate) => extreme(list, keys(list, key, evaluate), 1)),
  merge: { ...define(["an object"], (hashes) => new Map(hashes.flatMap((hash) => [...hash]))), variadic: true },
  min: define(["an array of numbers or of strings"], ([list]) => extreme(list, list, -1)),
  min_by: define(["an array", "an expression"], ([list, key], evaluate) =>
    extreme(list, keys(list, key, evaluate), -1),
  ),
  not_null: { ...define(["any value"], (values) => values.find((value) => value !== null) ?? null), variadic: true },
  reverse: define(["an array or a string"], ([value]) =>
    typeof value === "string" ? Array.from(value).reverse().join("") : [...value].reverse(),
  ),
  sort: define(["an array of numbers or of strings"], ([list]) => sorted(list, list)),
  sort_by: define(["an array", "an expression"], ([list, key], evaluate) => sorted(list, keys(list, key, evaluate))),
  starts_with: define(["a string", "a string"], ([text, start]) => text.startsWith(start)),
  sum: define(["an array of numbers"], ([list]) => sum(list)),
  to_array: define(["any value"], ([value]) => (isList(value) ? value : [value])),
  to_number: define(["any value"], ([value]) => toNumber(value)),
  to_string: define(["any value"], ([value]) =>
    typeof value === "string" ? value : jsonText(value, { indent: null, ascii: true }),
  ),
  type: define(["any value"], ([value]) => typeName(value)),
  values: define(["an object"], ([hash]) => [...hash.values()]),
};

/** Calls a function by name. Throws a `QueryProblem` for an unknown one and for arguments it does not take. */
export function callFunction(name: string, values: readonly Argument[], evaluate: Evaluate): Value {
  const definition = functions[name];
  if (!definition) throw new QueryProblem(`there is no function ${name}()`);
  const { kinds, variadic, call } = definition;
  if (variadic ? values.length < kinds.length : values.length !== kinds.length) {
    const count = `${variadic ? "at least " : ""}${kinds.length} argument${kinds.length === 1 ? "" : "s"}`;
    throw new QueryProblem(`${name}() takes ${count}, not ${values.length}`);
  }
  for (const [at, value] of values.entries()) {
    const kind = kinds[Math.min(at, kinds.length - 1)] ?? "any value";
    if (!checks[kind](value)) throw new QueryProblem(`${name}() takes ${kind}, not ${described(value)}`);
  }
  return call(values, evaluate);
}

/** The type, and for an array the types in it, as that is what a function may refuse. */
function described(value: Argument): string {
  if (isReference(value)) return "expression";
  const within = isList(value) ? [...new Set(value.map(typeName))].join(", ") : "";
  return within === "" ? typeName(value) : `${typeName(value)} of ${within}`;
}

function contains(within: readonly Value[] | string, value: Value): boolean {
  if (typeof within !== "string") return within.some((item) => same(item, value));
  if (typeof value !== "string")
    throw new QueryProblem(`contains() looks for a string in a string, not ${typeName(value)}`);
  return within.includes(value);
}

function lengthOf(value: string | readonly Value[] | ReadonlyMap<string, Value>): number {
  if (typeof value === "string") return Array.from(value).length;
  return isHash(value) ? value.size : value.length;
}

function whole(value: Numeric, round: (value: number) => number): bigint {
  if (typeof value === "bigint") return value;
  if (!Number.isFinite(value)) throw new QueryProblem("infinity and NaN are between no two integers");
  return BigInt(round(value));
}

/** Integers stay one until the first float. */
function sum(list: readonly Numeric[]): Numeric {
  return list.reduce(
    (total, value) =>
      typeof total === "bigint" && typeof value === "bigint" ? total + value : Number(total) + Number(value),
    0n,
  );
}

/** What Python's `int` or else `float` reads from a string: signs, blanks around, `_` between digits, `nan`, `inf`. */
function toNumber(value: Value): Value {
  if (isNumber(value)) return value;
  if (typeof value !== "string") return null;
  const text = value.trim().toLowerCase().replace(/^\+/, "");
  const digits = text.replaceAll(/(?<=\d)_(?=\d)/g, "");
  if (/^-?\d+$/.test(digits)) return BigInt(digits);
  if (/^-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(digits)) return Number(digits);
  const special = /^(-?)(?:(nan)|inf(?:inity)?)$/.exec(text);
  if (!special) return null;
  return special[2] ? NaN : special[1] ? -Infinity : Infinity;
}

/** What each item is sorted by: all numbers or all strings. */
function keys(list: readonly Value[], { child }: Reference, evaluate: Evaluate): readonly Key[] {
  const found = list.map((item) => evaluate(child, item));
  if (!checks["an array of numbers or of strings"](found)) {
    throw new QueryProblem(`items are ordered by numbers or by strings, not by ${described(found)}`);
  }
  return found as readonly Key[];
}

/** The first of the items whose key no other one's exceeds in the direction of `sign`; null for none. */
function extreme(items: readonly Value[], by: readonly Key[], sign: 1 | -1): Value {
  let best = 0;
  for (let at = 1; at < items.length; at++) if (sign * compare(by[at] ?? 0, by[best] ?? 0) > 0) best = at;
  return items[best] ?? null;
}

function sorted(items: readonly Value[], by: readonly Key[]): readonly Value[] {
  const order = items.map((_, at) => at).sort((a, b) => compare(by[a] ?? 0, by[b] ?? 0));
  return order.map((at) => items[at] ?? null);
}
