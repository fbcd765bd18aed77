import type { Operation } from "../operations/operation";
import type { NumberShape, Shape, StringShape } from "../operations/shape";
import type { Input } from "./memory";

/** A member that the service will not take, and why. */
export interface Fault {
  readonly member: string;
  readonly reason: string;
}

/** Reads what was sent as texts by member; nulls count as not given. Undefined when it is nothing of the kind. */
export function readInput(sent: unknown): Input | undefined {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return undefined;
  const given = Object.entries(sent).filter(([, value]) => value !== null);
  return given.every((entry): entry is [string, string] => typeof entry[1] === "string")
    ? Object.fromEntries(given)
    : undefined;
}

/** The first member that is missing or outside the limits of the declaration. */
export function findFault({ input: { members, required } }: Operation, input: Input): Fault | undefined {
  const missing = required.find((member) => input[member] === undefined);
  if (missing) return { member: missing, reason: "has to be given" };
  for (const [member, shape] of Object.entries(members)) {
    const value = input[member];
    const reason = value === undefined ? undefined : faultOf(shape, value);
    if (reason) return { member, reason };
  }
  return undefined;
}

function faultOf(shape: Shape, value: string): string | undefined {
  if (shape.kind === "string") return textFault(shape, value);
  return shape.kind === "integer" ? numberFault(shape, value) : undefined;
}

function numberFault({ min = -Infinity, max = Infinity }: NumberShape, value: string): string | undefined {
  if (!/^-?\d+$/.test(value)) return "is not a whole number";
  return Number(value) < min || Number(value) > max ? `is not from ${min} to ${max}` : undefined;
}

function textFault({ min = 0, max = Infinity, pattern, values }: StringShape, value: string): string | undefined {
  const length = Array.from(value).length;
  if (length < min || length > max) return `is not ${min} to ${max} characters long`;
  if (values && !values.includes(value)) return `is not one of ${values.join(", ")}`;
  return pattern && !new RegExp(`^(?:${pattern})$`, "u").test(value) ? `does not match ${pattern}` : undefined;
}
