import { isNumeric } from "../python/numeric";
import { repr } from "../python/repr";
import type { Problem, Value } from "../types";

/** The problems of an input's members, one on a line, in botocore's words if it has any. */
export function problemsText({ problems }: { readonly problems: readonly Problem[] }): string {
  return ["Parameter validation failed:", ...problems.map(problemText)].join("\n");
}

function problemText(problem: Problem): string {
  const { path } = problem;
  switch (problem.kind) {
    case "missing":
      return `Missing required parameter in ${path || "input"}: "${problem.member}"`;
    case "unknown":
      return `Unknown parameter in ${path || "input"}: "${problem.member}", must be one of: ${problem.known.join(", ")}`;
    case "type":
      return `Invalid type for parameter ${path}, value: ${shown(problem.value)}, type: ${typeOf(problem.value)}, valid types: ${problem.expected}`;
    case "length":
      return `Invalid length for parameter ${path}, value: ${problem.length}, valid ${problem.bound} length: ${problem.limit}`;
    case "range":
      return `Invalid range for parameter ${path}, value: ${String(problem.value)}, valid ${problem.bound} value: ${problem.limit}`;
    case "value":
      return `Invalid value for parameter ${path}, value: ${problem.value}, valid values: ${problem.allowed.join(", ")}`;
    case "pattern":
      return `Invalid value for parameter ${path}, value: ${problem.value}, valid pattern: ${problem.pattern}`;
    default:
      return problem satisfies never;
  }
}

/** A text unchanged; any other value as Python shows it. */
function shown(value: Value): string {
  if (value instanceof Uint8Array) return `(${value.length} bytes)`;
  return typeof value === "string" ? value : repr(value);
}

/** The name of a JSON value's type, in words that are neither Python's nor JavaScript's alone. */
export function typeOf(value: Value): string {
  if (value === null) return "null";
  if (value instanceof Uint8Array) return "bytes";
  if (isNumeric(value)) return "number";
  return Array.isArray(value) ? "list" : typeof value;
}
