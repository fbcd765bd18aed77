import { jsonText } from "../python/json-text";
import { compare } from "../python/order";
import { parseNumber } from "../python/number";
import { typeName } from "../python/type-name";
import { isList, type Hash, type List } from "../python/value";
import type { Json } from "../types";
import { checkGiven, checkType, mismatch, type Signature } from "./function-types";
import { QueryMismatch } from "./flaw";
import { compareNumbers, fromPython, isNumber, sum, toPython } from "./numbers";
import { isEqual, isHash, typeOf, type Expression, type Result } from "./values";
import type { Numeric } from "../python/numeric";

type Amount = number | Numeric;
type Orderable = Amount | string;

/** A function: what it takes, and what it makes of it once that was checked. */
interface Definition {
  readonly takes: Signature;
  /** Whether more may follow of the last kind. */
  readonly variadic?: boolean;
  readonly call: (...given: never[]) => Result;
}

/** JMESPath's functions as Python's jmespath has them. */
const functions: Readonly<Record<string, Definition>> = {
  abs: { takes: [["number"]], call: (value: Amount) => fromPython(absolute(toPython(value))) },
  avg: {
    takes: [["array-number"]],
    call: (list: readonly Amount[]) => (list.length === 0 ? null : fromPython(Number(sum(list)) / list.length)),
  },
  ceil: { takes: [["number"]], call: (value: Amount) => whole(value, Math.ceil) },
  contains: {
    takes: [["array", "string"], []],
    call: (subject: string | List, search: Result) => contains(subject, search),
  },
  ends_with: { takes: [["string"], ["string"]], call: (text: string, end: string) => text.endsWith(end) },
  floor: { takes: [["number"]], call: (value: Amount) => whole(value, Math.floor) },
  join: { takes: [["string"], ["array-string"]], call: (glue: string, list: readonly string[]) => list.join(glue) },
  keys: { takes: [["object"]], call: (hash: Hash) => Object.keys(hash) },
  length: { takes: [["string", "array", "object"]], call: lengthOf },
  map: {
    takes: [["expref"], ["array"]],
    call: (expression: Expression, list: List) => list.map((item) => expression.of(item)) as List,
  },
  max: { takes: [["array-number", "array-string"]], call: (list: readonly Orderable[]) => extreme(list, same, 1) },
  max_by: {
    takes: [["array"], ["expref"]],
    call: (list: List, by: Expression) => extreme(list, keyOf("max_by", by), 1),
  },
  merge: {
    takes: [["object"]],
    variadic: true,
    call: (...hashes: readonly Hash[]) => Object.fromEntries(hashes.flatMap((hash) => Object.entries(hash))),
  },
  min: { takes: [["array-number", "array-string"]], call: (list: readonly Orderable[]) => extreme(list, same, -1) },
  min_by: {
    takes: [["array"], ["expref"]],
    call: (list: List, by: Expression) => extreme(list, keyOf("min_by", by), -1),
  },
  not_null: {
    takes: [[]],
    variadic: true,
    call: (...values: readonly Result[]) => values.find((value) => value !== null) ?? null,
  },
  reverse: {
    takes: [["array", "string"]],
    call: (value: string | List) =>
      typeof value === "string" ? Array.from(value).reverse().join("") : value.toReversed(),
  },
  sort: {
    takes: [["array-string", "array-number"]],
    call: (list: readonly Orderable[]) => list.toSorted(inOrder),
  },
  sort_by: { takes: [["array"], ["expref"]], call: sortBy },
  starts_with: { takes: [["string"], ["string"]], call: (text: string, start: string) => text.startsWith(start) },
  sum: { takes: [["array-number"]], call: (list: readonly Amount[]) => fromPython(sum(list)) },
  to_array: { takes: [[]], call: (value: Json) => (isList(value) ? value : [value]) },
  to_number: {
    takes: [[]],
    call: (value: Result) => (typeof value === "string" ? parseNumber(value) : isNumber(value) ? value : null),
  },
  to_string: {
    takes: [[]],
    call: (value: Json) => (typeof value === "string" ? value : jsonText(value, { indent: null, ascii: true })),
  },
  type: { takes: [[]], call: (value: Result) => typeOf(value) },
  values: { takes: [["object"]], call: (hash: Hash) => Object.values(hash) },
};

/** What a function makes of what it is given. Throws a `QueryMismatch` for one that does not exist or takes something else. */
export function callFunction(name: string, given: readonly Result[]): Result {
  const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!definition) throw new QueryMismatch(`Unknown function: ${name}()`);
  checkGiven(name, given, definition);
  return definition.call(...(given as never[]));
}

const absolute = (value: bigint | number): bigint | number => (value < 0 ? -value : Object.is(value, -0) ? 0 : value);

/** A float rounded to an integer. */
function whole(value: Amount, round: (value: number) => number): Result {
  const number = toPython(value);
  if (typeof number === "bigint") return value;
  if (Number.isFinite(number)) return fromPython(BigInt(round(number)));
  throw new QueryMismatch("cannot convert float infinity to integer");
}

function contains(subject: string | List, search: Result): boolean {
  if (isList(subject)) return subject.some((item) => isEqual(item, search));
  if (typeof search === "string") return subject.includes(search);
  throw new QueryMismatch(`'in <string>' requires string as left operand, not ${typeName(search)}`);
}

function lengthOf(value: string | List | Hash): number {
  if (typeof value === "string") return Array.from(value).length;
  return isHash(value) ? Object.keys(value).length : value.length;
}

function inOrder(left: Orderable, right: Orderable): number {
  return typeof left === "string" ? compare(left, right as string) : compareNumbers(left, right as Amount);
}

const same = (item: Json): Orderable => item as Orderable;

/** The first of those whose key is the largest, or for a sign of -1 the smallest; null of an empty list. */
function extreme(list: List, key: (item: Json) => Orderable, sign: 1 | -1): Json {
  let best: { readonly item: Json; readonly key: Orderable } | undefined;
  for (const item of list) {
    const own = key(item);
    if (!best || sign * ordered(own, best.key) > 0) best = { item, key: own };
  }
  return best?.item ?? null;
}

function ordered(left: Orderable, right: Orderable): number {
  if ((typeof left === "string") === (typeof right === "string")) return inOrder(left, right);
  throw new QueryMismatch(`texts and numbers have no order`);
}

function keyOf(name: string, by: Expression, types: Signature[number] = ["number", "string"]) {
  return (item: Json): Orderable => {
    const key = by.of(item);
    checkType(name, key, types);
    return key as Orderable;
  };
}

/** The first item's key says of which type the keys must be. */
function sortBy(list: List, by: Expression): Result {
  if (list.length === 0) return list;
  const first = list[0] ?? null;
  const type = typeOf(by.of(first));
  if (type !== "string" && type !== "number") {
    throw mismatch("sort_by", first, { types: ["string", "number"], type });
  }
  const key = keyOf("sort_by", by, [type]);
  const keyed = list.map((item) => ({ item, key: key(item) }));
  return keyed.sort((a, b) => inOrder(a.key, b.key)).map(({ item }) => item);
}
