import { isNumeric } from "./numeric";

/** The name of the type that Python has for a value. */
export function typeName(value: unknown): string {
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "str";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  if (isNumeric(value)) return /^-?\d+$/.test(value.string) ? "int" : "float";
  return Array.isArray(value) ? "list" : "dict";
}
