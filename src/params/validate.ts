import type { ErrorObject } from "ajv";
import { characters } from "../python/len";
import type { Member, Operation } from "../operations/operation";
import { validators } from "../generated/validators.js";
import type { Params, Problem, Value } from "../types";

/**
 * Checks an operation's input against its declaration, with ajv as the build compiled it. Gives the problems in the
 * order in which botocore reports them: missing members, unknown ones, then for each member the first that it has.
 */
export function validate({ name, input }: Operation, params: Params): Problem[] {
  const check = validators[name];
  if (!check || check(params)) return [];
  const errors = check.errors ?? [];
  const known = Object.keys(input);
  const named = (keyword: string, param: string): string[] =>
    errors.filter((error) => error.keyword === keyword).map((error) => String(error.params[param]));
  return [
    ...named("required", "missingProperty").map((member): Problem => ({ kind: "missing", member })),
    ...named("additionalProperties", "additionalProperty").map((member): Problem => ({
      kind: "unknown",
      member,
      known,
    })),
    ...Object.entries(params).flatMap(([member, value]): Problem[] => {
      const declared = input[member];
      const error = errors.find(({ instancePath }) => instancePath === `/${member}`);
      return declared && error ? [problemOf(error, { member, value, declared })] : [];
    }),
  ];
}

/** A member's value, and what is declared for it. */
interface Checked {
  readonly member: string;
  readonly value: Value;
  readonly declared: Member;
}

function problemOf({ keyword, params }: ErrorObject, { member, value, declared }: Checked): Problem {
  const limit = Number(params["limit"]);
  const text = typeof value === "string" ? value : "";
  switch (keyword) {
    case "minLength":
    case "maxLength":
      return { kind: "length", member, length: characters(text), bound: bounds[keyword], limit };
    case "minimum":
    case "maximum":
      return { kind: "range", member, value: Number(value), bound: bounds[keyword], limit };
    case "enum":
      return { kind: "value", member, value: text, allowed: declared.values ?? [] };
    case "pattern":
      return { kind: "pattern", member, value: text, pattern: declared.pattern ?? "" };
    default:
      return { kind: "type", member, value, expected: declared.type };
  }
}

const bounds = { minLength: "min", maxLength: "max", minimum: "min", maximum: "max" } as const;
