import { Functions } from "@aws-lambda-powertools/jmespath/functions";
import { jsonText } from "../python/json-text";
import { parseNumber } from "../python/number";
import { floatOf, numericOf, type Numeric } from "../python/numeric";
import { isHash, type Hash, type List } from "../python/value";
import type { Json } from "../types";
import { isNumber, isStrictEqual, orderOf, toPython } from "./query-types";

/** An expression (`&name`) that was given to a function. */
interface Expression {
  visit(value: Json): Json | undefined;
}

type Amount = number | Numeric;
type Orderable = Amount | string;

/** JMESPath's functions. Those below return what Python's jmespath returns where the library's own would not. */
export const functions = new Functions();

redefine("funcAbs", [["number"]], (value: Amount) => {
  const number = toPython(value);
  return fromPython(number < 0 ? -number : typeof number === "bigint" ? number : Math.abs(number));
});
redefine("funcAvg", [["array-number"]], (list: readonly Amount[]) =>
  list.length === 0 ? null : floatOf(Number(sum(list)) / list.length),
);
redefine("funcCeil", [["number"]], (value: Amount) => rounded(value, Math.ceil));
redefine("funcContains", [["array", "string"], ["any"]], (subject: string | List, search: Json) =>
  typeof subject === "string"
    ? typeof search === "string" && subject.includes(search)
    : subject.some((item) => isStrictEqual(item, search)),
);
redefine("funcFloor", [["number"]], (value: Amount) => rounded(value, Math.floor));
redefine("funcLength", [["array", "string", "object"]], (value: string | List | Hash) => {
  if (typeof value === "string") return Array.from(value).length;
  return isHash(value) ? Object.keys(value).length : value.length;
});
redefine("funcMap", [["expression"], ["array"]], (expression: Expression, list: List) =>
  list.map((item) => expression.visit(item) ?? null),
);
redefine("funcMax", [["array-number", "array-string"]], (list: List) => extreme(list, orderable(list), 1));
redefine("funcMaxBy", [["array"], ["expression"]], (list: List, by: Expression) => extreme(list, keys(list, by), 1));
redefine("funcMin", [["array-number", "array-string"]], (list: List) => extreme(list, orderable(list), -1));
redefine("funcMinBy", [["array"], ["expression"]], (list: List, by: Expression) => extreme(list, keys(list, by), -1));
redefine("funcReverse", [["string", "array"]], (value: string | List) =>
  typeof value === "string" ? Array.from(value).reverse().join("") : value.toReversed(),
);
redefine("funcSort", [["array-number", "array-string"]], (list: List) => orderable(list).toSorted(inOrder));
redefine("funcSortBy", [["array"], ["expression"]], (list: List, by: Expression) => {
  const keyed = keys(list, by).map((key, at) => ({ key, item: list[at] ?? null }));
  return keyed.sort((a, b) => inOrder(a.key, b.key)).map(({ item }) => item);
});
redefine("funcSum", [["array-number"]], (list: readonly Amount[]) => fromPython(sum(list)));
redefine("funcToNumber", [["any"]], (value: Json) =>
  typeof value === "string" ? parseNumber(value) : isNumber(value) ? value : null,
);
redefine("funcToString", [["any"]], (value: Json | undefined) =>
  typeof value === "string" ? value : jsonText(value ?? null, { indent: null, ascii: true }),
);
redefine(
  "funcNotNull",
  [["any"]],
  (...values: readonly (Json | undefined)[]) => values.find((value) => (value ?? null) !== null) ?? null,
  true,
);

function redefine(
  name: keyof Functions,
  argumentsSpecs: string[][],
  call: (...given: never[]) => Json,
  variadic = false,
): void {
  const descriptor: PropertyDescriptor = { value: call };
  Functions.signature({ argumentsSpecs, variadic })(functions, name, descriptor);
  Object.defineProperty(functions, name, descriptor);
}

const fromPython = (value: bigint | number): Amount =>
  typeof value === "bigint" ? numericOf(String(value)) : floatOf(value);

/** A float rounded to an integer. */
function rounded(value: Amount, round: (value: number) => number): Amount {
  const number = toPython(value);
  if (typeof number === "bigint") return value;
  if (!Number.isFinite(number)) throw new Error("cannot convert float infinity to integer");
  return fromPython(BigInt(round(number)));
}

/** The sum, as Python adds: an integer unless there is a float. */
function sum(numbers: readonly Amount[]): bigint | number {
  let total: bigint | number = 0n;
  for (const number of numbers) {
    const value = toPython(number);
    total = typeof total === "bigint" && typeof value === "bigint" ? total + value : Number(total) + Number(value);
  }
  return total;
}

const inOrder = (left: Orderable, right: Orderable): number => orderOf(left, right) ?? 0;

/** The first item with the largest key, or with the smallest for a sign of -1; null for an empty list. */
function extreme(list: List, keys: readonly Orderable[], sign: 1 | -1): Json {
  let best = 0;
  for (const [at, key] of keys.entries()) if (sign * inOrder(key, keys[best] ?? key) > 0) best = at;
  return list[best] ?? null;
}

/** The results of the expression for the items: numbers or texts, all of one type. */
function keys(list: List, by: Expression): readonly Orderable[] {
  return orderable(list.map((item) => by.visit(item) ?? null));
}

/** The items as ones that can be ordered. Throws, in the library's words, if they have no order among themselves. */
function orderable(list: List): readonly Orderable[] {
  (isNumber(list[0]) ? checkNumbers : checkTexts)([list]);
  return list as readonly Orderable[];
}

const checkNumbers = checkOf("array-number");
const checkTexts = checkOf("array-string");

/** The library's own check of one argument. */
function checkOf(type: string): (given: readonly [List]) => void {
  const descriptor: PropertyDescriptor = { value: () => undefined };
  Functions.signature({ argumentsSpecs: [[type]] })(functions, type, descriptor);
  return descriptor.value as (given: readonly [List]) => void;
}
