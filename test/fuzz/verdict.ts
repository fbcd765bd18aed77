import { operations } from "../../src/operations/all";
import type { Operation } from "../../src/operations/operation";
import type { Answered } from "./case";
import { elementsOf } from "./elements";

/** Whether an answer means that the operation was carried out, by rules of its own: not the program's code. */
export function isSuccess({ operation: name, answer: { status, headers, body } }: Answered): boolean {
  const operation = operations.find((one) => one.name === name);
  if (!operation || status < 200 || status >= 300) return false;
  const text = body.replace(/^\ufeff/, "");
  return operation.service.model.protocol === "json"
    ? !("x-amzn-errortype" in headers || "x-amzn-query-error" in headers) && isJsonSuccess(text, operation)
    : isXmlSuccess(text, operation);
}

/** Whether the answer to a last call repeats what must be repeated, and is a success. */
export function isVerdict(answered: Answered): boolean {
  const echoes = operations.find((one) => one.name === answered.operation)?.outcome?.echoes ?? [];
  const output = echoes.length === 0 ? {} : objectOf(answered.answer.body.replace(/^\ufeff/, ""));
  const sent = (answered.input ?? {}) as Readonly<Record<string, unknown>>;
  return isSuccess(answered) && echoes.every((member) => output?.[member] === sent[member]);
}

/** Whether an answer says that there was nothing to be done any more. */
export function isDoneAlready({ operation, answer }: Answered): boolean {
  const known = operations.find((one) => one.name === operation)?.outcome?.doneAlready.errors ?? [];
  return known.some(({ code, message = "" }) => answer.body.includes(code) && answer.body.includes(message));
}

function isJsonSuccess(text: string, { output }: Operation): boolean {
  const names = Object.keys(output.members);
  if (text === "" && names.length === 0) return true;
  const value = objectOf(text);
  if (!value || Object.hasOwn(value, "__type")) return false;
  const given = Object.keys(value);
  if (given.length > 0 && !given.some((name) => names.includes(name))) return false;
  return Object.entries(output.members).every(([name, { kind }]) => {
    const member = Object.hasOwn(value, name) ? value[name] : null;
    if (member === null) return true;
    if (kind === "string") return typeof member === "string";
    if (kind === "list") return Array.isArray(member) || typeof member === "string";
    const isObject = typeof member === "object" && !Array.isArray(member);
    return kind === "structure" || kind === "map" ? isObject : true;
  });
}

/** Python's JSON knows numbers that are none. */
function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/-?\b(NaN|Infinity)\b/g, "0"));
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

function isXmlSuccess(text: string, { name, model: { resultWrapper } }: Operation): boolean {
  const roots = elementsOf(text);
  const [root] = roots ?? [];
  if (!root || roots?.length !== 1 || root.name !== `${name}Response`) return false;
  const inside = elementsOf(root.inside);
  const count = (wanted: string): number => inside?.filter((one) => one.name === wanted).length ?? 0;
  const wrapped = resultWrapper === undefined ? 1 : count(resultWrapper);
  return wrapped === 1 && count("ResponseMetadata") === 1 && count("Error") + count("Errors") === 0;
}
