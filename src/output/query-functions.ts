import { Functions } from "@aws-lambda-powertools/jmespath/functions";
import type { Json } from "../types";
import { jsonText } from "./json-text";
import { compare, isHash, type Hash, type List } from "./value";

/** An expression (`&name`) that was given to a function. */
interface Expression {
  visit(value: Json): Json | undefined;
}

/** JMESPath's functions; those below give what Python's jmespath gives where the library's would not. */
export const functions = new Functions();

redefine("funcAvg", [["array-number"]], (list: readonly number[]) =>
  list.length === 0 ? null : list.reduce((total, value) => total + value, 0) / list.length,
);
redefine("funcLength", [["array", "string", "object"]], (value: string | List | Hash) => {
  if (typeof value === "string") return Array.from(value).length;
  return isHash(value) ? Object.keys(value).length : value.length;
});
redefine("funcMap", [["expression"], ["array"]], (expression: Expression, list: List) =>
  list.map((item) => expression.visit(item) ?? null),
);
redefine("funcReverse", [["string", "array"]], (value: string | List) =>
  typeof value === "string" ? Array.from(value).reverse().join("") : value.toReversed(),
);
redefine("funcSort", [["array-number", "array-string"]], (list: readonly (number | string)[]) =>
  list.toSorted((a, b) => (typeof a === "string" ? compare(a, String(b)) : a - Number(b))),
);
redefine("funcToNumber", [["any"]], (value: Json) => (typeof value === "string" ? numberOf(value) : notNumber(value)));
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

const notNumber = (value: Json) => (typeof value === "number" ? value : null);

/** What Python's `float` reads: a sign, blanks around, `_` between digits, infinity. */
function numberOf(text: string): number | null {
  const digits = text
    .trim()
    .toLowerCase()
    .replaceAll(/(?<=\d)_(?=\d)/g, "");
  if (/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/.test(digits)) return Number(digits);
  const [infinite, sign] = /^([-+]?)inf(?:inity)?$/.exec(digits) ?? [];
  return infinite === undefined ? null : sign === "-" ? -Infinity : Infinity;
}
